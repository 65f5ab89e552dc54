"use client";

import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Person } from "@/components/ui/person";
import { Section } from "@/components/ui/section";
import type { SchoolDetail } from "../types";

/** Whom one writes to about the school, and what it says of itself. */
export function SchoolContact({ school: { admins, contact } }: { school: SchoolDetail }) {
  const t = useTranslations("schoolPage.contact");
  const given = (["email", "phone", "website", "address"] as const).filter((key) => contact[key] !== "");
  return (
    <Section title={t("title")}>
      <div className="grid gap-4">
        {admins.length === 0 ? (
          <p className="text-sm text-ink-3">{t("noAdmin")}</p>
        ) : (
          <ul aria-label={t("admins")} className="grid gap-2 text-sm">
            {admins.map(({ id, name, email }) => (
              <li key={id}>
                <Person name={name} meta={email} />
              </li>
            ))}
          </ul>
        )}
        {given.length > 0 ? (
          <DescriptionList items={given.map((key) => ({ term: t(key), value: contact[key] }))} />
        ) : null}
      </div>
    </Section>
  );
}
