import { useFormatter, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";

export interface OutboxMessageProps {
  message: { recipient: string; subject: string; text: string; createdAt: Date } | undefined;
}

const ADDRESS = /https?:\/\/[^\s<>"]+/g;

/** One message as its text, with the addresses in it as links. */
export function OutboxMessage({ message }: OutboxMessageProps) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  if (!message) {
    return (
      <div className="py-16 max-md:hidden">
        <EmptyState drawing="invitations" title={t("choose")}>
          {t("chooseBody")}
        </EmptyState>
      </div>
    );
  }
  const links = [...new Set(message.text.match(ADDRESS) ?? [])];
  return (
    <article className="grid min-w-0 max-w-measure grid-cols-1 content-start gap-5 px-(--gutter) py-5">
      <p className="md:hidden">
        <Link href="/dev/outbox">{t("back")}</Link>
      </p>
      <div className="grid gap-3">
        <h2 className="text-lg">{message.subject}</h2>
        <DescriptionList
          items={[
            { term: t("to"), value: message.recipient },
            {
              term: t("at"),
              value: format.dateTime(message.createdAt, { dateStyle: "medium", timeStyle: "medium" }),
            },
          ]}
        />
      </div>
      <pre className="font-sans text-sm whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
        {message.text}
      </pre>
      {links.length > 0 ? (
        <section className="grid gap-1">
          <h3>{t("links")}</h3>
          <ul className="text-sm [overflow-wrap:anywhere]">
            {links.map((link) => (
              <li key={link}>
                {/* A link in a mail may be spent by opening it: nothing is fetched ahead. */}
                <Link href={link}>{link}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
