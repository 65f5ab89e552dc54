"use client";

import { useTranslations } from "next-intl";
import { GUARDIAN_TYPES } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";

const PERSON = /^(guardian|authorized)\.(\w+)(?:\.(\w+))?$/;

/** Names the fields of the Matrícula as the screens do, and what they belong to. */
export function useFieldWords() {
  const t = useTranslations("studentImport");
  const tGuardian = useTranslations("students.guardianTypes");
  type Key = Parameters<typeof t>[0];

  /** The student, the health record, or one of the persons. */
  function owner(field: string): string {
    const [, kind, which = ""] = PERSON.exec(field) ?? [];
    if (kind === undefined) return t(field.startsWith("health.") ? "owners.health" : "owners.student");
    const type = oneOf(GUARDIAN_TYPES, which);
    return type ? tGuardian(type) : t("owners.authorized", { place: which });
  }

  /** "Section", "First guardian · Mobile phone"; of a field without words the field itself. */
  function label(field: string): string {
    const [, kind, , attribute] = PERSON.exec(field) ?? [];
    if (kind === undefined) return t.has(`fields.${field}` as Key) ? t(`fields.${field}` as Key) : field;
    if (attribute === undefined) return owner(field);
    return t("ofPerson", { person: owner(field), field: t(`fields.person.${attribute}` as Key) });
  }

  return { label, owner };
}
