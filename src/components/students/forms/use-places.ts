"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { usePlaceWords } from "../student-words";
import type { StudentDetail } from "../types";
import { useSections } from "../use-sections";
import { type PlaceIds, placeIds, placeValue } from "./student-values";

/** Where a student can be put: sections first, then grades of the current year without one; and words for a place. */
export function usePlaces(student?: StudentDetail) {
  const t = useTranslations("students.place");
  const trpc = useTRPC();
  const words = usePlaceWords();
  const { data } = useSuspenseQuery(trpc.student.options.queryOptions());
  const sections = useSections(data);
  const yearId = data.years.find(({ isCurrent }) => isCurrent)?.id;
  const items = [
    ...sections.map(({ id, label, detail }) => ({ id: `section ${id}`, label, detail })),
    ...data.grades
      .filter(({ isArchived }) => yearId !== undefined && !isArchived)
      .map(({ id, name }) => ({ id: `grade ${id} ${yearId}`, label: t("grade", { grade: name }) })),
  ];
  const present = student && placeValue(student);
  // Where the student is stays a choice, also where nobody new can be put any more.
  const isOffered = !present || items.some(({ id }) => id === present);
  return {
    items: isOffered || !student ? items : [{ id: present, label: words(student) }, ...items],
    idsOf: (value: string): PlaceIds =>
      student && value === present
        ? { yearId: student.yearId, gradeId: student.gradeId, sectionId: student.sectionId }
        : placeIds(value, data.sections),
    wordsOf: (ids: PlaceIds): string => {
      const gradeName = data.grades.find(({ id }) => id === ids.gradeId)?.name ?? null;
      const sectionName = data.sections.find(({ id }) => id === ids.sectionId)?.name ?? null;
      return words({ gradeName, sectionName });
    },
  };
}
