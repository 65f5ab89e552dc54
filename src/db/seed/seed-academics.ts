import { evenTerms, usualDays } from "@/domain/academic-year";
import { DEFAULT_GRADES, TERM_WORDS } from "@/domain/academics-list";
import type { AppLocale } from "@/domain/locale";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import type { OperatorTx } from "../operator";
import { academicYears, grades, sections, subjects, terms } from "../schema/tenant/academics";

/** A school's structure as a seed tells it: years by name, the last one the current; sections in every grade and year. */
export type SeededAcademics = {
  locale: AppLocale;
  years: readonly string[];
  sections: readonly string[];
  subjects: readonly (readonly [name: string, code: string])[];
};

export type AcademicIds = {
  year: (name: string) => string;
  /** By year, grade and section: `2026-2027 1er Grado A`. */
  section: (year: string, title: string) => string;
  subject: (name: string) => string;
};

/** Gives a school its years with even terms, the usual grades, sections and subjects: `tx` has entered its placement. */
export async function seedAcademics(
  tx: OperatorTx,
  organizationId: string,
  school: SeededAcademics,
): Promise<AcademicIds> {
  const own = { organizationId };
  const years = school.years.map((name, index) => {
    const days = usualDays(name);
    if (!days) throw new Error(`${name} is no school year`);
    return { ...own, id: newId(), name, ...days, isCurrent: index === school.years.length - 1 };
  });
  await tx.db.insert(academicYears).values(years);
  await tx.db.insert(terms).values(
    years.flatMap((year) =>
      evenTerms(year).map((days, index) => ({
        ...{ ...own, id: newId(), yearId: year.id, ...days },
        ...{ position: index + 1, name: `${TERM_WORDS[school.locale]} ${index + 1}` },
      })),
    ),
  );
  const gradeRows = DEFAULT_GRADES.map(({ name, level }, index) => ({
    ...{ ...own, id: newId(), name, level },
    ...{ position: index + 1, sortKey: sortKey(name) },
  }));
  await tx.db.insert(grades).values(gradeRows);
  const sectionRows = years.flatMap((year) =>
    gradeRows.flatMap((grade) =>
      school.sections.map((name) => ({
        row: { ...own, id: newId(), yearId: year.id, gradeId: grade.id, name, capacity: 35 },
        key: `${year.name} ${grade.name} ${name}`,
      })),
    ),
  );
  await tx.db.insert(sections).values(sectionRows.map(({ row }) => row));
  const subjectRows = school.subjects.map(([name, code]) => ({
    ...{ ...own, id: newId(), name, code },
    sortKey: sortKey(name),
  }));
  await tx.db.insert(subjects).values(subjectRows);
  const yearIds = new Map(years.map(({ name, id }) => [name, id]));
  const sectionIds = new Map(sectionRows.map(({ key, row }) => [key, row.id]));
  const subjectIds = new Map(subjectRows.map(({ name, id }) => [name, id]));
  return {
    year: (name) => known(yearIds, name),
    section: (year, title) => known(sectionIds, `${year} ${title}`),
    subject: (name) => known(subjectIds, name),
  };
}

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The seed has no ${name}`);
  return id;
}
