"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Person } from "@/components/ui/person";
import { Section } from "@/components/ui/section";
import { fullName } from "@/domain/student-list";
import { PhoneLink } from "../contact-links";
import type { Brief } from "../types";

type Contacts = Pick<Brief, "guardians" | "authorized">;

/** Whom to call, and who may pick the student up. */
export function FamilyContacts({ guardians, authorized }: Contacts) {
  const t = useTranslations("students.coach");
  const tRelationship = useTranslations("students.relationships");
  const people = [
    ...guardians,
    ...authorized.map((person) => ({ ...person, isPrimaryContact: false, mayPickUp: true })),
  ];
  return (
    <Section title={t("family")}>
      {people.length === 0 ? <p className="text-sm text-ink-3">{t("noFamily")}</p> : null}
      <ul className="divide-y divide-line border-y border-line text-sm">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-[1_1_12rem]">
              <Person
                name={fullName(person)}
                meta={person.relationship ? tRelationship(person.relationship) : undefined}
              />
            </span>
            <span className="flex flex-wrap items-center gap-2">
              {person.isPrimaryContact ? <Badge tone="info">{t("callFirst")}</Badge> : null}
              {person.mayPickUp ? <Badge>{t("mayPickUp")}</Badge> : null}
              {person.phones.map((phone) => (
                <PhoneLink key={phone} phone={phone} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
