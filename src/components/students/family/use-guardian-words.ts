"use client";

import { useTranslations } from "next-intl";
import { useDay } from "@/components/use-day";
import { formatCedula } from "@/domain/identity/cedula";
import { formatPhone } from "@/domain/identity/phone";
import { CIVIL_STATUSES, DOCUMENT_KINDS, GENDERS } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";

/** The fields of a guardian and their values in words. */
export function useGuardianWords() {
  const t = useTranslations("students.fields");
  const tGender = useTranslations("students.genders");
  const tCivil = useTranslations("students.civilStatuses");
  const tDocument = useTranslations("students.documentKinds");
  const { calendarDay } = useDay();
  type Key = Parameters<typeof t>[0];
  return {
    label: (field: string): string => (t.has(field as Key) ? t(field as Key) : field),
    value(field: string, value: unknown): string {
      if (value === null || value === undefined || value === "") return "–";
      const text = String(value);
      const gender = field === "gender" ? oneOf(GENDERS, text) : undefined;
      if (gender) return tGender(gender);
      const civil = field === "civilStatus" ? oneOf(CIVIL_STATUSES, text) : undefined;
      if (civil) return tCivil(civil);
      const kind = field === "documentKind" ? oneOf(DOCUMENT_KINDS, text) : undefined;
      if (kind) return tDocument(kind);
      if (field === "birthDate") return calendarDay(text);
      if (field === "cedula") return formatCedula(text);
      return field.endsWith("Phone") ? formatPhone(text) : text;
    },
  };
}
