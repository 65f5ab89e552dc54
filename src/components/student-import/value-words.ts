"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useDay } from "@/components/use-day";
import { formatCedula } from "@/domain/identity/cedula";
import { formatPhone } from "@/domain/identity/phone";
import { type ColumnType, MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import type { ImportChange } from "@/domain/student-import-list";

const TYPES = new Map(MATRICULA_COLUMNS.map(({ field, type }) => [field, type]));
const CODED: Partial<Record<ColumnType, string>> = {
  gender: "genders",
  document_kind: "documentKinds",
  status: "statuses",
  relationship: "relationships",
  civil_status: "civilStatuses",
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Writes what a record holds in a field of the Matrícula as people read it; "" where it holds nothing. */
export function useValueWords() {
  const t = useTranslations("studentImport");
  const tStudent = useTranslations("students");
  const format = useFormatter();
  const { calendarDay } = useDay();
  type Key = Parameters<typeof tStudent>[0];

  return (field: string, value: ImportChange["before"]): string => {
    if (value === null || value === "") return "";
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") return format.number(value, { maximumFractionDigits: 2 });
    const type = TYPES.get(field);
    const words = type && CODED[type];
    // Words that depend on the gender are said of anybody: the change does not tell whose it is.
    if (words && tStudent.has(`${words}.${value}` as Key))
      return tStudent(`${words}.${value}` as Key, { gender: "other" });
    if (type === "cedula") return formatCedula(value);
    if (type === "phone") return formatPhone(value);
    return type === "date" && DAY.test(value) ? calendarDay(value) : value;
  };
}

/** A student's number as people read it: a cédula, or the plain number that serves instead. */
export function documentWords(document: string): string {
  return /^[VE]\d+$/.test(document) ? formatCedula(document) : document;
}
