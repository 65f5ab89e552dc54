"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Person } from "@/components/ui/person";
import { Section } from "@/components/ui/section";
import { formatCedula } from "@/domain/identity/cedula";
import { fullName } from "@/domain/student-list";
import { useTRPC } from "@/trpc/client";
import { MailLink, PhoneLink } from "../contact-links";
import { studentHref } from "../student-url";
import { usePlaceWords } from "../student-words";
import type { Family, FamilyGuardian } from "../types";
import type { StudentTabProps } from "./tab-props";

/** Who cares for the student: guardians in their order, who else may pick up, siblings. */
export default function FamilyTab({ student, area }: StudentTabProps) {
  const t = useTranslations("students.family");
  const trpc = useTRPC();
  const place = usePlaceWords();
  const { data } = useSuspenseQuery(trpc.student.family.queryOptions({ id: student.id }));
  return (
    <div className="flex flex-col gap-(--stack)">
      <Section title={t("guardians")}>
        {data.guardians.length === 0 ? <p className="text-sm text-ink-3">{t("noGuardians")}</p> : null}
        <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-2">
          {data.guardians.map((guardian) => (
            <Guardian key={guardian.linkId} guardian={guardian} />
          ))}
        </div>
      </Section>
      <Authorized people={data.authorized} />
      <Section title={t("siblings")}>
        {data.siblings.length === 0 ? <p className="text-sm text-ink-3">{t("noSiblings")}</p> : null}
        <ul className="grid grid-cols-1 gap-2 text-sm">
          {data.siblings.map((sibling) => (
            <li key={sibling.id}>
              <Person name={fullName(sibling)} href={studentHref(area, sibling.id)} meta={place(sibling)} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Guardian({ guardian }: { guardian: FamilyGuardian }) {
  const t = useTranslations("students.family");
  const tType = useTranslations("students.guardianTypes");
  const tRelationship = useTranslations("students.relationships");
  const { contact } = guardian;
  return (
    <section className="flex min-w-0 flex-col gap-3" aria-label={fullName(guardian)}>
      <div className="flex flex-wrap items-center gap-2">
        <Person
          name={fullName(guardian)}
          meta={`${tRelationship(guardian.relationship)} · ${tType(guardian.type)}`}
        />
        {guardian.isPrimaryContact ? <Badge tone="info">{t("primaryContact")}</Badge> : null}
        {guardian.mayPickUp ? <Badge>{t("mayPickUp")}</Badge> : null}
      </div>
      {contact ? (
        <DescriptionList
          items={[
            ...(contact.cedula ? [{ term: t("cedula"), value: formatCedula(contact.cedula) }] : []),
            ...phonesOf(contact).map(([kind, phone]) => ({
              term: t(kind),
              value: <PhoneLink phone={phone} />,
            })),
            ...(contact.email ? [{ term: t("email"), value: <MailLink email={contact.email} /> }] : []),
            ...(contact.address ? [{ term: t("address"), value: contact.address }] : []),
          ]}
        />
      ) : null}
    </section>
  );
}

const PHONES = ["mobilePhone", "homePhone", "workPhone"] as const;

function phonesOf(contact: NonNullable<FamilyGuardian["contact"]>) {
  return PHONES.flatMap((kind) => (contact[kind] ? [[kind, contact[kind]] as const] : []));
}

function Authorized({ people }: { people: Family["authorized"] }) {
  const t = useTranslations("students.family");
  const tRelationship = useTranslations("students.relationships");
  return (
    <Section title={t("authorized")}>
      {people.length === 0 ? <p className="text-sm text-ink-3">{t("noAuthorized")}</p> : null}
      <ul className="grid grid-cols-1 gap-2 text-sm">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Person
              name={fullName(person)}
              meta={person.relationship ? tRelationship(person.relationship) : undefined}
            />
            {person.phones?.mobilePhone ? <PhoneLink phone={person.phones.mobilePhone} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
