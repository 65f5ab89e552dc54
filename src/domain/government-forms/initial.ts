import { byCedula, bySection, type FormStudent, formCedula, formSex } from "./form-student";
import { formFacts, formSignatures, formTitle, sectionTitle } from "./heading";
import type { Paper, PaperCell, PaperColumn, PaperPage } from "./paper";
import { type OfficialSchool, REGULAR, REPEATER, ROWS_PER_PAGE } from "./rules";

const COLUMNS: readonly PaperColumn[] = [
  { header: "N°", width: 5, align: "right" },
  { header: "Cédula", width: 15 },
  { header: "Apellidos", width: 28 },
  { header: "Nombres", width: 28 },
  { header: "Sexo", width: 6, align: "center" },
  { header: "Día", width: 6, align: "center" },
  { header: "Mes", width: 6, align: "center" },
  { header: "Año", width: 7, align: "center" },
  { header: "RG/RP", width: 8, align: "center" },
];

/** RR-DEA-05-03: each section's students by cédula, 35 to a page, numbered through the section. */
export function initialForm(school: OfficialSchool, year: string, students: readonly FormStudent[]): Paper {
  return { landscape: false, pages: bySection(students).flatMap((section) => sectionPages(section)) };

  function sectionPages(section: ReturnType<typeof bySection>[number]): PaperPage[] {
    const ordered = [...section.students].sort(byCedula);
    const rows = ordered.map((student, index) => rowOf(student, index + 1));
    const of = Math.ceil(rows.length / ROWS_PER_PAGE);
    return Array.from({ length: of }, (_, page) => ({
      ...formTitle("initial"),
      name: sectionTitle(section),
      facts: [
        ...formFacts(school, year),
        ["Grado o año", section.gradeName],
        ["Sección", section.sectionName ?? "Sin sección"],
      ],
      columns: COLUMNS,
      rows: rows.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE),
      sums: [],
      notes: page + 1 === of ? [totals(ordered)] : [],
      signatures: formSignatures(school),
      number: [page + 1, of],
    }));
  }
}

function rowOf(student: FormStudent, number: number): PaperCell[] {
  const [year = "", month = "", day = ""] = student.birthDate.split("-");
  return [
    number,
    formCedula(student),
    student.lastNames,
    student.firstNames,
    formSex(student.gender),
    day,
    month,
    year,
    student.repeats ? REPEATER : REGULAR,
  ];
}

function totals(students: readonly FormStudent[]): string {
  const female = students.filter(({ gender }) => gender === "female").length;
  const repeating = students.filter(({ repeats }) => repeats).length;
  return [
    `Femenino: ${female}`,
    `Masculino: ${students.length - female}`,
    `Total: ${students.length}`,
    `Repitientes: ${repeating}`,
  ].join(" · ");
}
