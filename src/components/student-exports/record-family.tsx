"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDay } from "@/components/use-day";
import { formatCedula } from "@/domain/identity/cedula";
import { formatPhone } from "@/domain/identity/phone";
import { fullName } from "@/domain/student-list";
import { Facts, RecordPart } from "./record-parts";
import type { StudentRecord } from "./types";

type Details = NonNullable<NonNullable<StudentRecord["family"]>["guardians"][number]["details"]>;

/** Who cares for the student, and who may pick up besides. */
export function FamilyPart({ family }: { family: NonNullable<StudentRecord["family"]> }) {
  const t = useTranslations("studentExports.record");
  const tField = useTranslations("students.fields");
  const tType = useTranslations("students.guardianTypes");
  const tRelationship = useTranslations("students.relationships");
  const detailsOf = useGuardianFacts();
  const yesNo = (value: boolean) => t(value ? "family.yes" : "family.no");
  return (
    <RecordPart title={t("sections.family")}>
      {family.guardians.length + family.authorized.length === 0 ? <p>{t("nothing")}</p> : null}
      {family.guardians.map((guardian) => (
        <div key={guardian.type} className="break-inside-avoid">
          <h3 className="font-medium">
            {t("family.guardian", {
              relationship: tRelationship(guardian.relationship),
              name: fullName(guardian),
            })}
          </h3>
          <Facts
            items={[
              [tField("type"), tType(guardian.type)],
              [tField("isPrimaryContact"), yesNo(guardian.isPrimaryContact)],
              [tField("mayPickUp"), yesNo(guardian.mayPickUp)],
              ...(guardian.details ? detailsOf(guardian.details) : []),
            ]}
          />
        </div>
      ))}
      {family.authorized.map((person) => (
        <div key={fullName(person)} className="break-inside-avoid">
          <h3 className="font-medium">{t("family.authorized", { name: fullName(person) })}</h3>
          <Facts
            items={[
              [tField("relationship"), person.relationship && tRelationship(person.relationship)],
              [tField("cedula"), person.details?.cedula && formatCedula(person.details.cedula)],
              [tField("mobilePhone"), formatPhone(person.details?.mobilePhone ?? "")],
              [tField("homePhone"), formatPhone(person.details?.homePhone ?? "")],
              [tField("email"), person.details?.email],
              [tField("notes"), person.details?.notes],
            ]}
          />
        </div>
      ))}
    </RecordPart>
  );
}

function useGuardianFacts() {
  const t = useTranslations("students.fields");
  const tGender = useTranslations("students.genders");
  const tDocument = useTranslations("students.documentKinds");
  const tCivil = useTranslations("students.civilStatuses");
  const format = useFormatter();
  const { calendarDay } = useDay();
  return (person: Details): [string, ReactNode][] => [
    [t("documentKind"), tDocument(person.documentKind)],
    [t("cedula"), person.cedula && formatCedula(person.cedula)],
    [t("gender"), person.gender && tGender(person.gender)],
    [t("birthDate"), person.birthDate && calendarDay(person.birthDate)],
    [t("nationality"), person.nationality],
    [t("civilStatus"), person.civilStatus && tCivil(person.civilStatus)],
    [t("mobilePhone"), formatPhone(person.mobilePhone)],
    [t("homePhone"), formatPhone(person.homePhone)],
    [t("workPhone"), formatPhone(person.workPhone)],
    [t("email"), person.email],
    [t("address"), person.address],
    [t("education"), person.education],
    [t("profession"), person.profession],
    [t("occupation"), person.occupation],
    [t("workplace"), person.workplace],
    [t("workAddress"), person.workAddress],
    [
      t("monthlyIncome"),
      person.monthlyIncome === null || person.monthlyIncome === undefined
        ? null
        : format.number(person.monthlyIncome, { maximumFractionDigits: 2 }),
    ],
    [t("notes"), person.notes],
  ];
}
