"use client";

import { useTranslations } from "next-intl";
import type { StudentOptions } from "./types";

/** The sections that somebody can be put into, those of the current year first, as a picker takes them. */
export function useSections(options: StudentOptions | undefined) {
  const t = useTranslations("students.place");
  if (!options) return [];
  const years = new Map(options.years.map((year) => [year.id, year]));
  const grades = new Map(options.grades.map(({ id, name }) => [id, name]));
  return options.sections
    .flatMap((section) => {
      const year = years.get(section.yearId);
      const grade = grades.get(section.gradeId);
      if (!year || grade === undefined || year.state === "closed") return [];
      const label = t("section", { grade, section: section.name });
      return [{ ...section, label, detail: year.name, isCurrent: year.isCurrent }];
    })
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}
