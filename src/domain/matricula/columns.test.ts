import { describe, expect, it } from "vitest";
import { ageOn, matriculaAge } from "./age";
import { columnOf, MATRICULA_COLUMNS } from "./columns";

describe("the columns of the Matrícula", () => {
  it("are 122, with Género in column R and the representatives' names three times", () => {
    expect(MATRICULA_COLUMNS).toHaveLength(122);
    expect(MATRICULA_COLUMNS[17]).toMatchObject({ header: "Género", field: "student.gender" });
    const names = MATRICULA_COLUMNS.filter(({ header }) => header === "Nombre de Representante");
    expect(names.map(({ field }) => field)).toEqual([
      "guardian.primary.firstNames",
      "guardian.secondary.firstNames",
      "guardian.emergency.firstNames",
    ]);
    expect(new Set(MATRICULA_COLUMNS.map(({ field }) => field)).size).toBe(122);
  });

  it("say what a row cannot do without, and what is not everybody's to read", () => {
    const required = MATRICULA_COLUMNS.filter((column) => column.required).map(({ header }) => header);
    expect(required.sort()).toEqual(
      [
        "Apellido",
        "Cédula de identidad",
        "Fecha de nacimiento",
        "Grado",
        "Género",
        "Nombre",
        "Sección",
      ].sort(),
    );
    expect(columnOf("health.allergies").sensitive).toBe("health");
    expect(columnOf("guardian.emergency.monthlyIncome").sensitive).toBe("income");
    expect(() => columnOf("student.nothing")).toThrow();
  });
});

describe("ages", () => {
  it("are those reached by the last day of the year in which the school year begins", () => {
    expect(matriculaAge("2009-12-19", "2025-09-15")).toBe(16);
    expect(matriculaAge("2009-12-31", "2025-09-15")).toBe(16);
    expect(matriculaAge("2010-01-01", "2025-09-15")).toBe(15);
  });

  it("on a day grow on the birthday", () => {
    expect(ageOn("2012-02-29", "2025-02-28")).toBe(12);
    expect(ageOn("2012-02-29", "2025-03-01")).toBe(13);
  });
});
