import { describe, expect, it } from "vitest";
import { MATRICULA_COLUMNS, type Sensitivity } from "./columns";
import { matriculaCells } from "./write";
import { writtenCedula, writtenPhone } from "./written-words";

const NOTHING = new Set<Sensitivity>();
const ALL = new Set<Sensitivity>(["health", "income"]);

/** The cells by the field of their column. */
function written(values: Record<string, string | number | boolean | null>, shown: typeof ALL = ALL) {
  const cells = matriculaCells(values, shown);
  expect(cells).toHaveLength(122);
  return Object.fromEntries(
    MATRICULA_COLUMNS.flatMap(({ field }, index) => (cells[index] === null ? [] : [[field, cells[index]]])),
  );
}

describe("a row of the Matrícula", () => {
  it("says things in the words of the template, each in a cell of its type", () => {
    expect(
      written({
        "student.status": "inactive",
        "student.gender": "female",
        "student.documentKind": "school_cedula",
        "student.cedula": "V31026149",
        "student.schoolCedula": "11630348783",
        "student.birthDate": "2009-12-19",
        "student.listNumber": 0,
        "student.emergencyPhone": "+584123644981",
        "health.weightKg": 29.5,
        "guardian.primary.relationship": "legal_guardian",
        "guardian.primary.civilStatus": "widowed",
        "guardian.primary.isPrimaryContact": true,
        "guardian.emergency.isPrimaryContact": false,
        "guardian.secondary.monthlyIncome": 0,
        "authorized.2.relationship": "aunt",
      }),
    ).toEqual({
      "student.status": "Inactivo",
      "student.gender": "Femenino",
      "student.documentKind": "Cédula escolar",
      "student.cedula": "V-31026149",
      "student.schoolCedula": "11630348783",
      "student.birthDate": { day: "2009-12-19" },
      "student.listNumber": 0,
      "student.emergencyPhone": "0412-3644981",
      "health.weightKg": 29.5,
      "guardian.primary.relationship": "Tutor Legal",
      "guardian.primary.civilStatus": "Viudo",
      "guardian.primary.isPrimaryContact": "Sí",
      "guardian.emergency.isPrimaryContact": "No",
      "guardian.secondary.monthlyIncome": 0,
      "authorized.2.relationship": "Tía",
    });
  });

  it("leaves empty what is empty, and what is not for these eyes", () => {
    const given = { "health.allergies": "Maní", "guardian.primary.monthlyIncome": 500, "student.notes": "" };
    expect(written(given, NOTHING)).toEqual({});
    expect(written(given, new Set<Sensitivity>(["income"]))).toEqual({
      "guardian.primary.monthlyIncome": 500,
    });
  });
});

describe("what is written of", () => {
  it.each([
    ["04123644981", "0412-3644981"],
    ["0412-3644981", "0412-3644981"],
    ["+58 412 364 49 81", "0412-3644981"],
    ["+582836516601", "0283-6516601"],
    ["+1 305 555 0100", "+1 305 555 0100"],
    ["ext. 12", "ext. 12"],
  ])("the phone %s", (kept, shown) => expect(writtenPhone(kept)).toBe(shown));

  it("a cédula, V or E before it", () => {
    expect(writtenCedula("E84123456")).toBe("E-84123456");
    expect(writtenCedula("X-1")).toBe("X-1");
  });
});
