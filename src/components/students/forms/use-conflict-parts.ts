"use client";

import { useTranslations } from "next-intl";
import { useDay } from "@/components/use-day";
import { DOCUMENT_KINDS, GENDERS } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";
import type { ConflictPart } from "./record-conflict-notice";
import { type PlaceIds, type StudentFields, shownValue } from "./student-values";
import type { RecordConflict } from "./use-record-save";

const PLACE: readonly string[] = ["yearId", "gradeId", "sectionId"];

/** Both versions of each field of a record in words; year, grade and section are one thing. */
export function useConflictParts(
  conflict: RecordConflict<StudentFields>,
  placeWords: (ids: PlaceIds) => string,
): ConflictPart[] {
  const t = useTranslations("students.fields");
  const tGender = useTranslations("students.genders");
  const tDocument = useTranslations("students.documentKinds");
  const { calendarDay } = useDay();
  const { stale, yours } = conflict;

  function words(field: string, value: unknown): string {
    const gender = field === "gender" ? oneOf(GENDERS, String(value)) : undefined;
    if (gender) return tGender(gender);
    const kind = field === "documentKind" ? oneOf(DOCUMENT_KINDS, String(value)) : undefined;
    if (kind) return tDocument(kind);
    if ((field === "birthDate" || field === "enteredOn") && typeof value === "string" && value !== "")
      return calendarDay(value);
    return String(shownValue(field, value) ?? "");
  }

  const places = stale.filter(({ field }) => PLACE.includes(field));
  const theirs = Object.fromEntries(places.map(({ field, theirs: value }) => [field, value]));
  return [
    ...stale
      .filter(({ field }) => !PLACE.includes(field))
      .map(({ field, theirs: value }) => ({
        fields: [field],
        label: t(field as Parameters<typeof t>[0]),
        theirs: words(field, value),
        yours: words(field, yours[field as keyof StudentFields]),
      })),
    ...(places.length > 0
      ? [
          {
            fields: places.map(({ field }) => field),
            label: t("section"),
            theirs: placeWords({ ...yours, ...theirs }),
            yours: placeWords(yours),
          },
        ]
      : []),
  ];
}
