import { matriculaAge } from "../matricula/age";
import { bySection, type FormSection, type FormStudent } from "./form-student";
import { formFacts, formSignatures, formTitle, sectionTitle } from "./heading";
import type { Paper, PaperCell, PaperColumn, PaperPage } from "./paper";
import type { OfficialSchool } from "./rules";

type Count = { female: number; male: number };

const count = (students: readonly FormStudent[]): Count => {
  const female = students.filter(({ gender }) => gender === "female").length;
  return { female, male: students.length - female };
};
const both = ({ female, male }: Count): [number, number, number] => [female, male, female + male];

/** The summary by grade and section, and by grade and age, women and men apart, with sums of each grade and of all. */
export function summaryForm(
  school: OfficialSchool,
  year: { name: string; startsOn: string },
  students: readonly FormStudent[],
): Paper {
  const page = (rest: Pick<PaperPage, "name" | "columns" | "rows" | "sums" | "notes">): PaperPage => ({
    ...formTitle("summary"),
    facts: formFacts(school, year.name),
    signatures: formSignatures(school),
    number: [1, 1],
    ...rest,
  });
  return {
    landscape: true,
    pages: [page(bySections(students)), page(byAges(students, year.startsOn))],
  };
}

const FIGURE = { width: 10, align: "right" as const };
const SEXES: readonly PaperColumn[] = [
  { header: "Femenino", ...FIGURE },
  { header: "Masculino", ...FIGURE },
  { header: "Total", ...FIGURE },
];

function bySections(students: readonly FormStudent[]) {
  const sections = bySection(students);
  const sums = gradesOf(sections).map(([gradeId, name]): PaperCell[] => [
    `Total ${name}`,
    ...both(count(students.filter((student) => student.gradeId === gradeId))),
  ]);
  return {
    name: "Por sección",
    columns: [{ header: "Grado o año y sección", width: 30 }, ...SEXES],
    rows: sections.map((section): PaperCell[] => [sectionTitle(section), ...both(count(section.students))]),
    sums: [...sums, ["Total del plantel", ...both(count(students))]],
    notes: [],
  };
}

function byAges(students: readonly FormStudent[], yearStartsOn: string) {
  const aged = students.map((student) => ({ student, age: matriculaAge(student.birthDate, yearStartsOn) }));
  const ages = [...new Set(aged.map(({ age }) => age))].sort((a, b) => a - b);
  const grades = gradesOf(bySection(students));
  const of = (test: (each: (typeof aged)[number]) => boolean) =>
    count(aged.filter(test).map(({ student }) => student));
  const cells = (test: (each: (typeof aged)[number]) => boolean): PaperCell[] => [
    ...ages.flatMap((age) => {
      const { female, male } = of((each) => each.age === age && test(each));
      return [female || null, male || null];
    }),
    ...both(of(test)),
  ];
  return {
    name: "Por edad",
    columns: [
      { header: "Grado o año", width: 18 },
      ...ages.flatMap((age): PaperColumn[] => [
        { header: `${age} F`, width: 6, align: "right" },
        { header: `${age} M`, width: 6, align: "right" },
      ]),
      ...SEXES,
    ],
    rows: grades.map(([gradeId, name]): PaperCell[] => [
      name,
      ...cells(({ student }) => student.gradeId === gradeId),
    ]),
    sums: [["Total del plantel", ...cells(() => true)]],
    notes: [
      `Edad en años cumplidos al 31 de diciembre de ${yearStartsOn.slice(0, 4)}. F: femenino, M: masculino.`,
    ],
  };
}

/** Ids and names of the grades, in their order. */
function gradesOf(sections: readonly FormSection[]): [string, string][] {
  return [...new Map(sections.map(({ gradeId, gradeName }) => [gradeId, gradeName]))];
}
