import { usualDays } from "@/domain/academic-year";
import { findGrade } from "@/domain/matricula/grade-name";
import type { RowProblem } from "@/domain/matricula/read-row";
import type { ImportCreates } from "@/domain/student-import-list";
import type { FileRow, Place, School, Student } from "./types";
import { problem } from "./values";

/** Finds places of rows, and remembers which of them the school lacks. */
export function placer(school: School) {
  const years = new Map(school.years.map((year) => [year.name, year]));
  const gradeNames = new Map(school.grades.map(({ id, name }) => [id, name]));
  const sections = new Map(school.sections.map((section) => [keyOf(section), section.id]));
  const foundGrades = new Map<string, ReturnType<typeof findGrade<School["grades"][number]>>>();

  const gradeOf = (text: string) => {
    if (!foundGrades.has(text)) foundGrades.set(text, findGrade(text, school.grades));
    return foundGrades.get(text);
  };

  return {
    gradeName: (id: string | null) => (id === null ? null : (gradeNames.get(id) ?? null)),
    yearName: (id: string | null) => school.years.find((year) => year.id === id)?.name ?? null,
    sectionName: (id: string | null) => school.sections.find((section) => section.id === id)?.name ?? null,

    /** The place of a row whose cells could be read; a student stays in a closed year, but none comes into it. */
    find(row: FileRow, student: Student | undefined): { place?: Place; problems: RowProblem[] } {
      const problems: RowProblem[] = [];
      const text = String(row.values.get("student.grade") ?? "");
      const grade = gradeOf(text);
      if (grade === undefined || grade === "ambiguous") {
        const code = grade ? "matricula.gradeAmbiguous" : "matricula.gradeUnknown";
        const grades = school.grades.map(({ name }) => name).join(", ");
        problems.push(problem("student.grade", code, { value: text, values: { grades } }));
      }
      const yearName = String(row.values.get("student.year") ?? school.defaultYear);
      const year = years.get(yearName);
      if (!year && !usualDays(yearName))
        problems.push(
          problem("student.year", "academics.yearName", { value: yearName, values: { name: yearName } }),
        );
      if (problems.length > 0 || grade === undefined || grade === "ambiguous") return { problems };
      const section = String(row.values.get("student.section") ?? "");
      const yearId = year?.id ?? `new ${yearName}`;
      const key = keyOf({ yearId, gradeId: grade.id, name: section });
      const sectionId = sections.get(key) ?? `new ${key}`;
      if (year?.state === "closed" && student?.sectionId !== sectionId)
        return {
          problems: [problem("student.year", "academics.yearClosed", { values: { name: yearName } })],
        };
      const names = { year: yearName, grade: grade.name, section };
      return { place: { yearId, gradeId: grade.id, sectionId, names }, problems };
    },
  };
}

/** What must be made for these places. Grades are made by themselves, where a school has none. */
export function createdFor(places: readonly Place[], grades: readonly string[]): ImportCreates {
  const isNew = (id: string) => id.startsWith("new ");
  const years = places.flatMap(({ yearId, names }) => (isNew(yearId) ? [names.year] : []));
  const sections = places.flatMap(({ sectionId, names }) =>
    isNew(sectionId) ? [`${names.grade} ${names.section}`] : [],
  );
  return { years: [...new Set(years)].sort(), grades: [...grades], sections: [...new Set(sections)].sort() };
}

function keyOf({ yearId, gradeId, name }: { yearId: string; gradeId: string; name: string }): string {
  return `${yearId} ${gradeId} ${name}`;
}
