import { getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Settings } from "@/domain/setting-list";

export interface SchoolContactProps {
  name: string;
  settings: Settings;
}

/** Which school this is, and how to reach it. */
export async function SchoolContact({ name, settings }: SchoolContactProps) {
  const t = await getTranslations("app.home");
  const { "contact.phone": phone, "contact.email": email, "contact.website": website } = settings;
  const address = settings["contact.address"];
  const facts = [
    phone && { term: t("phone"), value: <Link href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</Link> },
    email && { term: t("email"), value: <Link href={`mailto:${email}`}>{email}</Link> },
    address && { term: t("address"), value: address },
    website && {
      term: t("website"),
      value: (
        <Link href={website} rel="noreferrer" target="_blank">
          {new URL(website).host}
        </Link>
      ),
    },
  ].filter((fact) => fact !== "");
  return (
    <Section title={t("contact")}>
      <div className="grid max-w-form gap-3">
        <div>
          <p className="font-medium">{name}</p>
          {settings["branding.motto"] ? (
            <p className="text-sm text-ink-2">{settings["branding.motto"]}</p>
          ) : null}
        </div>
        {facts.length > 0 ? (
          <DescriptionList items={facts} />
        ) : (
          <p className="text-sm text-ink-3">{t("contactNone")}</p>
        )}
      </div>
    </Section>
  );
}
