"use client";

import { useTranslations } from "next-intl";
import { useFieldWords } from "../field-words";
import type { KeptChange } from "../types";

/** What records call otherwise than the columns of a file do. */
const COLUMN_OF: Record<string, string> = {
  yearId: "student.year",
  gradeId: "student.grade",
  sectionId: "student.section",
};

/** Says what of a student an undo has kept: a field, or a record as a whole. */
export function useKeptWords() {
  const t = useTranslations("studentImport");
  const { label } = useFieldWords();
  type Key = Parameters<typeof t>[0];

  return ({ entity, field }: Pick<KeptChange, "entity" | "field">): string => {
    const whole = t(`entities.${entity}`);
    if (field === null) return whole;
    if (entity === "student") return label(COLUMN_OF[field] ?? `student.${field}`);
    if (entity === "health") return label(`health.${field}`);
    const key = `fields.person.${field}` as Key;
    return t.has(key) ? t("ofPerson", { person: whole, field: t(key) }) : whole;
  };
}
