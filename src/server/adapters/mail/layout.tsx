import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import { render } from "@react-email/render";
import { brandColors } from "@/lib/brand-color";

type MailLink = { label: string; url: string };

/** What every message of ours is made of; the plain text is written from the same parts. */
export type MailContent = {
  /** Tag for `lang`. */
  lang: string;
  school: { name: string; primaryColor: string; motto?: string };
  subject: string;
  /** Shown by mail programs beside the subject. */
  preview: string;
  heading: string;
  paragraphs: readonly string[];
  action?: { label: string; url: string; hint: string };
  /** A second choice, as a plain link. */
  other?: MailLink;
  notes: readonly string[];
  /** The last line: where the reader chooses which messages to get. */
  manage?: MailLink;
};

const INK = "#1b2521";
const INK_2 = "#4c5551";
const LINE = "#dfe3e0";
const FONT = '"Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif';
const text = { color: INK, fontSize: "15px", lineHeight: "23px", margin: "0 0 16px" } as const;
const meta = { color: INK_2, fontSize: "13px", lineHeight: "19px", margin: "0 0 8px" } as const;

/** A message as HTML: a sheet of paper with the school's line at its head. */
export function renderLayout(content: MailContent): Promise<string> {
  return render(<MailLayout content={content} />);
}

function MailLayout({ content }: { content: MailContent }) {
  const { lang, school, action, other, manage } = content;
  const brand = brandColors(school.primaryColor);
  const button = {
    backgroundColor: brand.solid,
    color: brand.fg,
    borderRadius: "7px",
    fontSize: "15px",
    fontWeight: 600,
    padding: "11px 20px",
    textDecoration: "none",
  } as const;
  return (
    <Html lang={lang} dir="ltr">
      <Head>
        <title>{content.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{content.preview}</Preview>
      <Body style={{ backgroundColor: "#f4f6f3", fontFamily: FONT, margin: 0, padding: "24px 8px" }}>
        <Container style={{ backgroundColor: "#ffffff", border: `1px solid ${LINE}`, maxWidth: "560px" }}>
          <Section style={{ borderTop: `3px solid ${brand.mark}`, padding: "20px 28px 0" }}>
            <Text style={{ ...text, fontWeight: 600, margin: 0 }}>{school.name}</Text>
            {school.motto ? <Text style={{ ...meta, margin: 0 }}>{school.motto}</Text> : null}
          </Section>
          <Section style={{ padding: "12px 28px 8px" }}>
            <Heading
              as="h1"
              style={{ color: INK, fontSize: "20px", lineHeight: "26px", margin: "8px 0 16px" }}
            >
              {content.heading}
            </Heading>
            {content.paragraphs.map((paragraph) => (
              <Text key={paragraph} style={text}>
                {paragraph}
              </Text>
            ))}
            {action ? (
              <>
                <Button href={action.url} style={button}>
                  {action.label}
                </Button>
                <Text style={{ ...meta, margin: "20px 0 4px" }}>{action.hint}</Text>
                <Link
                  href={action.url}
                  style={{ color: brand.text, fontSize: "13px", wordBreak: "break-all" }}
                >
                  {action.url}
                </Link>
              </>
            ) : null}
            {other ? (
              <Text style={{ ...text, margin: "20px 0 0" }}>
                <Link href={other.url} style={{ color: brand.text, textDecoration: "underline" }}>
                  {other.label}
                </Link>
              </Text>
            ) : null}
            <Hr style={{ borderColor: LINE, margin: "24px 0 16px" }} />
            {content.notes.map((note) => (
              <Text key={note} style={meta}>
                {note}
              </Text>
            ))}
            {manage ? (
              <Text style={meta}>
                <Link href={manage.url} style={{ color: INK_2, textDecoration: "underline" }}>
                  {manage.label}
                </Link>
              </Text>
            ) : null}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}
