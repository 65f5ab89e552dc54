"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { useDay } from "@/components/use-day";
import { formatCedula } from "@/domain/identity/cedula";
import { ageOn } from "@/domain/matricula/age";
import { can } from "@/domain/permissions";
import { fullName } from "@/domain/student-list";
import { RecordAccount } from "../account/record-account";
import { MailLink, PhoneLink } from "../contact-links";
import { NotGiven } from "../family/not-given";
import { usePlaceWords } from "../student-words";
import { StatusHistory } from "./status-history";
import type { StudentTabProps } from "./tab-props";

/** What is known of the student without health and family: facts in groups; what nobody has given is a dash. */
export function ProfileTab({ student, area, viewer, now }: StudentTabProps) {
  const t = useTranslations("students.fields");
  const tGroup = useTranslations("students.groups");
  const tAccount = useTranslations("students.account");
  const tGender = useTranslations("students.genders");
  const tDocument = useTranslations("students.documentKinds");
  const place = usePlaceWords();
  const { calendarDay } = useDay();
  const day = (iso: string | null) => iso && calendarDay(iso);
  const age = ageOn(student.birthDate, now.toISOString().slice(0, 10));
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-2">
      <Group title={tGroup("identity")}>
        {[
          [t("code"), student.code],
          [t("cedula"), student.cedula && formatCedula(student.cedula)],
          [t("schoolCedula"), student.schoolCedula],
          [t("documentKind"), tDocument(student.documentKind)],
          [t("gender"), tGender(student.gender)],
          [t("nationality"), student.nationality],
        ]}
      </Group>
      <Group title={tGroup("birth")}>
        {[
          [t("birthDate"), t("birthAndAge", { date: calendarDay(student.birthDate), age })],
          [t("birthCity"), student.birthCity],
          [t("birthMunicipality"), student.birthMunicipality],
          [t("birthState"), student.birthState],
          [t("birthCountry"), student.birthCountry],
        ]}
      </Group>
      <Group title={tGroup("place")}>
        {[
          [t("section"), place(student)],
          [t("year"), student.yearName],
          [t("listNumber"), student.listNumber],
          [t("enteredOn"), day(student.enteredOn)],
          [t("entryKind"), student.entryKind],
          [t("previousSchool"), student.previousSchool],
        ]}
      </Group>
      <Group title={tGroup("contact")}>
        {[
          [t("address"), student.address],
          [t("homePhone"), student.homePhone && <PhoneLink phone={student.homePhone} />],
          [t("mobilePhone"), student.mobilePhone && <PhoneLink phone={student.mobilePhone} />],
          [t("emergencyPhone"), student.emergencyPhone && <PhoneLink phone={student.emergencyPhone} />],
          [t("email"), student.email && <MailLink email={student.email} />],
          [t("livesWith"), student.livesWith],
          [t("transport"), student.transport],
        ]}
      </Group>
      <Group title={tGroup("other")}>
        {[
          [t("shirtSize"), student.shirtSize],
          [t("trouserSize"), student.trouserSize],
          [t("shoeSize"), student.shoeSize],
          [t("handedness"), student.handedness],
          [t("religion"), student.religion],
          // The school's own, which no family reads.
          ...(area === "/org-admin"
            ? [
                [
                  t("notes"),
                  student.notes && <span className="whitespace-pre-line">{student.notes}</span>,
                ] as const,
              ]
            : []),
        ]}
      </Group>
      {area === "/org-admin" && can(viewer.role, "student:manage") ? (
        <Section title={tAccount("title")}>
          <RecordAccount
            record={{ kind: "student", id: student.id, name: fullName(student) }}
            edits={student.rights.edit}
          />
        </Section>
      ) : null}
      <StatusHistory student={student} />
    </div>
  );
}

type Fact = readonly [term: string, value: ReactNode];

function Group({ title, children }: { title: string; children: readonly Fact[] }) {
  return (
    <Section title={title}>
      <DescriptionList items={children.map(([term, value]) => ({ term, value: value || <NotGiven /> }))} />
    </Section>
  );
}
