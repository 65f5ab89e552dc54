import { read, utils } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeWorkbook } from "@/lib/workbook";
import type { FormStudent } from "./form-student";
import { initialForm } from "./initial";
import { isNewEntry, type Movement, movementsForm } from "./movements";
import { paperSheets } from "./paper";
import { headingProblems, type OfficialSchool } from "./rules";
import { summaryForm } from "./summary";

const SCHOOL: OfficialSchool = {
  name: "U.E. Los Samanes",
  deaCode: "OD00541105",
  statisticalCode: "123456",
  dependencyCode: "123456789",
  address: "Av. Bolívar",
  municipality: "Valencia",
  state: "Carabobo",
  director: "Irene Rectora",
};

function student(n: number, given: Partial<FormStudent> = {}): FormStudent {
  return {
    id: `id-${n}`,
    cedula: `V${31_000_000 - n}`,
    schoolCedula: null,
    lastNames: `Apellido ${n}`,
    firstNames: `Nombre ${n}`,
    sortKey: `apellido ${n}`,
    gender: n % 2 ? "female" : "male",
    birthDate: "2012-03-07",
    gradeId: "g1",
    gradeName: "1er Año",
    gradePosition: 7,
    level: "secondary",
    sectionId: "s-a",
    sectionName: "A",
    repeats: false,
    ...given,
  };
}

describe("RR-DEA-05-03", () => {
  const first = {
    gradeId: "g0",
    gradeName: "1er Grado",
    gradePosition: 1,
    sectionId: "s-b",
    sectionName: "B",
  };
  const many = Array.from({ length: 71 }, (_, n) => student(n, { repeats: n === 3 }));

  it("has 35 rows to a page, by cédula, numbered through the section, each section apart", () => {
    const { pages } = initialForm(SCHOOL, "2025-2026", [...many, student(100, first)]);
    expect(pages.map(({ name, rows, number }) => [name, rows.length, number])).toEqual([
      ["1er Grado B", 1, [1, 1]],
      ["1er Año A", 35, [1, 3]],
      ["1er Año A", 35, [2, 3]],
      ["1er Año A", 1, [3, 3]],
    ]);
    const rows = pages.slice(1).flatMap((page) => page.rows);
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 71 }, (_, n) => n + 1));
    expect(rows[0]).toEqual([1, "V-30999930", "Apellido 70", "Nombre 70", "M", "07", "03", "2012", "RG"]);
    expect(rows.filter((row) => row[8] === "RP").map((row) => row[2])).toEqual(["Apellido 3"]);
    expect(pages.map(({ notes }) => notes)).toEqual([
      ["Femenino: 0 · Masculino: 1 · Total: 1 · Repitientes: 0"],
      [],
      [],
      ["Femenino: 35 · Masculino: 36 · Total: 71 · Repitientes: 1"],
    ]);
  });

  it("puts a cédula escolar behind the cédulas, and who has neither last", () => {
    const { pages } = initialForm(SCHOOL, "2025-2026", [
      student(1, { cedula: null }),
      student(2, { cedula: null, schoolCedula: "11630348783" }),
      student(3, { cedula: "E84000000" }),
      student(4, { cedula: "V9999999" }),
    ]);
    expect(pages[0]?.rows.map(([, cedula]) => cedula)).toEqual([
      "V-9999999",
      "E-84000000",
      "11630348783",
      "",
    ]);
  });

  it("is a workbook with a sheet for each section", async () => {
    const paper = initialForm(SCHOOL, "2025-2026", [...many, student(100, first)]);
    const book = read(await writeWorkbook(paperSheets(paper)));
    expect(book.SheetNames).toEqual(["1er Grado B", "1er Año A"]);
    const lines = utils.sheet_to_json<unknown[]>(book.Sheets["1er Año A"] ?? {}, { header: 1 });
    expect(lines[0]).toEqual(["RR-DEA-05-03 · Matrícula Inicial (hoja 1 de 3)"]);
    expect(lines).toContainEqual(["Código DEA: OD00541105"]);
    expect(lines.filter((line) => typeof line[0] === "number")).toHaveLength(71);
  });
});

describe("DEA-MI-01-07", () => {
  const moved = (n: number, given: Partial<Movement>): Movement => ({
    ...student(n),
    ...{ kind: "entry", on: "2025-10-01", otherSchool: "", otherSchoolCode: "", reason: "", ...given },
  });

  it("tells entries and exits apart, by day, with the other school and its code", () => {
    const { pages } = movementsForm(
      SCHOOL,
      "2025-2026",
      ["2025-09-15", "2026-03-20"],
      [
        moved(1, {
          kind: "exit",
          on: "2026-01-09",
          otherSchool: "Liceo Otro",
          otherSchoolCode: "OD1",
          reason: "Mudanza",
        }),
        moved(2, { on: "2025-11-05", otherSchool: "Escuela Vecina" }),
        moved(3, { on: "2025-09-20" }),
      ],
    );
    expect(pages.map(({ name, notes }) => [name, notes])).toEqual([
      ["Ingreso", ["Total: 2"]],
      ["Egreso", ["Total: 1"]],
    ]);
    expect(pages[0]?.rows.map((row) => [row[0], row[1], row[7]])).toEqual([
      [1, { day: "2025-09-20" }, ""],
      [2, { day: "2025-11-05" }, "Escuela Vecina"],
    ]);
    expect(pages[1]?.rows[0]?.slice(6)).toEqual(["1er Año A", "Liceo Otro", "OD1", "Mudanza"]);
    expect(pages[1]?.columns.at(-3)?.header).toBe("Plantel de destino");
    expect(pages[0]?.facts).toContainEqual(["Desde", "15/09/2025"]);
  });

  it.each([
    ["Nuevo ingreso", true],
    ["", true],
    ["REGULAR", false],
    ["Regular ", false],
  ])("takes who enters as %j for new: %s", (kind, expected) => expect(isNewEntry(kind)).toBe(expected));
});

describe("the summary", () => {
  const pupils = fc.array(
    fc.record({
      n: fc.nat(999),
      grade: fc.nat(3),
      section: fc.constantFrom("A", "B", null),
      year: fc.integer({ min: 2007, max: 2019 }),
    }),
    { maxLength: 60 },
  );
  const made = (given: { n: number; grade: number; section: string | null; year: number }[]) =>
    given.map(({ n, grade, section, year }) =>
      student(n, {
        gradeId: `g${grade}`,
        gradeName: `${grade}° Grado`,
        gradePosition: grade,
        sectionId: section,
        sectionName: section,
        birthDate: `${year}-12-31`,
      }),
    );

  it("adds up, by section and by age alike", () => {
    fc.assert(
      fc.property(pupils, (given) => {
        const students = made(given);
        const { pages } = summaryForm(SCHOOL, { name: "2025-2026", startsOn: "2025-09-15" }, students);
        const women = students.filter(({ gender }) => gender === "female").length;
        for (const { rows, sums, columns } of pages) {
          for (const row of [...rows, ...sums]) expect(row).toHaveLength(columns.length);
          const whole = sums.at(-1) ?? [];
          expect(whole.slice(-3)).toEqual([women, students.length - women, students.length]);
          const each = rows.reduce((all, row) => all + Number(row.at(-1)), 0);
          expect(each).toBe(students.length);
        }
        const ages = pages[1]?.sums[0]?.slice(1, -3) ?? [];
        expect(ages.reduce<number>((all, cell) => all + Number(cell ?? 0), 0)).toBe(students.length);
      }),
    );
  });

  it("counts ages on the last day of the year in which the school year begins", () => {
    const students = made([{ n: 1, grade: 1, section: "A", year: 2013 }]);
    const [, ages] = summaryForm(SCHOOL, { name: "2025-2026", startsOn: "2025-09-15" }, students).pages;
    expect(ages?.columns.map(({ header }) => header).slice(1, 3)).toEqual(["12 F", "12 M"]);
    expect(ages?.rows).toEqual([["1° Grado", 1, null, 1, 0, 1]]);
  });
});

describe("the heading", () => {
  it("says what is missing, and which code is odd", () => {
    expect(headingProblems(SCHOOL)).toEqual({ missing: [], odd: [] });
    expect(headingProblems({ ...SCHOOL, state: "", statisticalCode: "12", dependencyCode: "" })).toEqual({
      missing: ["dependencyCode", "state"],
      odd: ["statisticalCode"],
    });
  });
});
