"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { useDay } from "@/components/use-day";
import { formatCedula } from "@/domain/identity/cedula";
import { formatPhone } from "@/domain/identity/phone";
import { isEmptyValue, sensitivityOf } from "@/domain/record-merge-list";
import { CIVIL_STATUSES, DOCUMENT_KINDS, GENDERS, STUDENT_STATUSES } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";

const DAYS = ["birthDate", "enteredOn"];
const PHONES = ["homePhone", "mobilePhone", "emergencyPhone", "workPhone"];

type Place = { words: string; listNumber: number | null };

/** What the fields of a record are called, and how their values are written. */
export function useFieldWords() {
  const t = useTranslations("recordMerge");
  const tField = useTranslations("students.fields");
  const tHealth = useTranslations("students.health.fields");
  const tStatus = useTranslations("students.statuses");
  const tGender = useTranslations("students.genders");
  const tDocument = useTranslations("students.documentKinds");
  const tCivil = useTranslations("students.civilStatuses");
  const { calendarDay } = useDay();

  function label(field: string): string {
    if (field === "status" || field === "photoKey" || field === "account") return t(`fields.${field}`);
    if (field === "place") return tField("section");
    if (sensitivityOf(field) === "health") return tHealth(field as Parameters<typeof tHealth>[0]);
    return tField(field as Parameters<typeof tField>[0]);
  }

  const worded: Record<string, (value: unknown) => string> = {
    gender: (value) => tGender(oneOf(GENDERS, value) ?? "female"),
    status: (value) => tStatus(oneOf(STUDENT_STATUSES, value) ?? "active", { gender: "other" }),
    documentKind: (value) => tDocument(oneOf(DOCUMENT_KINDS, value) ?? "other"),
    civilStatus: (value) => tCivil(oneOf(CIVIL_STATUSES, value) ?? "single", { gender: "other" }),
  };

  /** Null where there is none. */
  function value(field: string, given: unknown): ReactNode {
    if (isEmptyValue(given)) return null;
    const text = String(given);
    if (field === "photoKey") return <Avatar name="" src={text} size="lg" />;
    if (field === "place") {
      const { words, listNumber } = given as Place;
      return listNumber === null ? words : t("placeAndNumber", { place: words, number: listNumber });
    }
    if (field === "cedula") return formatCedula(text);
    if (DAYS.includes(field)) return calendarDay(text);
    if (PHONES.includes(field)) return formatPhone(text);
    return worded[field]?.(given) ?? text;
  }
  return { label, value };
}
