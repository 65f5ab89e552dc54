import { foldText } from "@/lib/text-keys";
import { byCedula, type FormStudent, formCedula, formSex } from "./form-student";
import { formFacts, formSignatures, formTitle, sectionTitle } from "./heading";
import type { Paper, PaperCell, PaperColumn, PaperPage } from "./paper";
import type { OfficialSchool } from "./rules";

/** One who came to the school, or left it. */
export type Movement = FormStudent & {
  kind: "entry" | "exit";
  /** ISO. */
  on: string;
  /** The school of origin or of destination, and its DEA code. */
  otherSchool: string;
  otherSchoolCode: string;
  /** Why, as the school has noted it. */
  reason: string;
};

const COLUMNS: readonly PaperColumn[] = [
  { header: "N°", width: 5, align: "right" },
  { header: "Fecha", width: 12 },
  { header: "Cédula", width: 15 },
  { header: "Apellidos y nombres", width: 34 },
  { header: "Sexo", width: 6, align: "center" },
  { header: "Nacimiento", width: 12 },
  { header: "Grado o año y sección", width: 18 },
];
const OTHER = (kind: Movement["kind"]): readonly PaperColumn[] => [
  { header: kind === "entry" ? "Plantel de procedencia" : "Plantel de destino", width: 28 },
  { header: "Código DEA", width: 14 },
  { header: kind === "entry" ? "Autorización N° y fecha" : "Motivo", width: 22 },
];

/**
 * Whether a student's day of entry is a new one's: a school that notes the day on which each year begins says "Regular"
 * of who was there before.
 */
export function isNewEntry(entryKind: string): boolean {
  return !foldText(entryKind).startsWith("regular");
}

/** DEA-MI-01-07: who came and who left in a time, each in a part of their own, in the order of the days. */
export function movementsForm(
  school: OfficialSchool,
  year: string,
  [from, to]: readonly [string, string],
  movements: readonly Movement[],
): Paper {
  const pageOf = (kind: Movement["kind"]): PaperPage => {
    const own = movements.filter((movement) => movement.kind === kind);
    own.sort((a, b) => (a.on === b.on ? byCedula(a, b) : a.on < b.on ? -1 : 1));
    return {
      ...formTitle("movements"),
      name: kind === "entry" ? "Ingreso" : "Egreso",
      facts: [
        ...formFacts(school, year),
        ["Movimiento", kind === "entry" ? "Ingreso" : "Egreso"],
        ["Desde", written(from)],
        ["Hasta", written(to)],
      ],
      columns: [...COLUMNS, ...OTHER(kind)],
      rows: own.map((movement, index) => rowOf(movement, index + 1)),
      sums: [],
      notes: [`Total: ${own.length}`],
      signatures: formSignatures(school),
      number: [1, 1],
    };
  };
  return { landscape: true, pages: [pageOf("entry"), pageOf("exit")] };
}

function rowOf(movement: Movement, number: number): PaperCell[] {
  return [
    number,
    { day: movement.on },
    formCedula(movement),
    `${movement.lastNames}, ${movement.firstNames}`,
    formSex(movement.gender),
    { day: movement.birthDate },
    sectionTitle(movement),
    movement.otherSchool,
    movement.otherSchoolCode,
    // The number and day of an authorisation are written by hand where nobody has noted them.
    movement.reason,
  ];
}

/** 2026-03-20 as 20/03/2026. */
export function written(day: string): string {
  return day.split("-").reverse().join("/");
}
