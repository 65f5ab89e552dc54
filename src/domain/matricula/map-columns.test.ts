import { describe, expect, it } from "vitest";
import { foldText } from "@/lib/text-keys";
import { MATRICULA_COLUMNS } from "./columns";
import { countKnown, mapColumns } from "./map-columns";

const HEADERS = MATRICULA_COLUMNS.map(({ header }) => header);
const FIELDS = MATRICULA_COLUMNS.map(({ field }) => field);

describe("the columns of a file", () => {
  it("are those of the template, with or without accents, case and order within a person", () => {
    for (const dress of [
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      foldText,
      (text: string) => ` ${text.replaceAll(" ", "_")}: `,
      (text: string) => text.normalize("NFD"),
    ])
      expect(mapColumns(HEADERS.map(dress)).fields).toEqual(FIELDS);
    expect(countKnown(HEADERS)).toBe(122);
    expect(countKnown(["Matrícula 2025-2026"])).toBe(0);
  });

  it("come in any order, persons by their order", () => {
    const backwards = [...MATRICULA_COLUMNS.slice(0, 40)].reverse();
    const persons = MATRICULA_COLUMNS.slice(40);
    const order = [...persons, ...backwards];
    expect(mapColumns(order.map(({ header }) => header)).fields).toEqual(order.map(({ field }) => field));
  });

  it("of persons are told by their neighbourhood where one lacks some", () => {
    const order = MATRICULA_COLUMNS.filter(
      ({ field }) => field !== "guardian.secondary.occupation" && field !== "guardian.primary.notes",
    );
    expect(mapColumns(order.map(({ header }) => header)).fields).toEqual(order.map(({ field }) => field));
  });

  it("of persons that were shuffled are told by the gaps of the rows", () => {
    const fields = [
      "guardian.primary.firstNames",
      "guardian.secondary.cedula",
      "guardian.secondary.firstNames",
      "guardian.emergency.cedula",
      "guardian.emergency.firstNames",
      "guardian.primary.cedula",
    ];
    const headers = fields.map((field) =>
      field.endsWith("cedula") ? "Cédula de identidad de Representante" : "Nombre de Representante",
    );
    const rows = [["primary"], ["primary", "secondary"], ["primary", "secondary", "emergency"]];
    const isFilled = (row: number, column: number) =>
      rows[row]?.some((type) => fields[column]?.includes(type)) ?? false;
    expect(mapColumns(headers, rows.length, isFilled).fields).toEqual(fields);
  });

  it.each([
    ["F_NAC", "student.birthDate", "name"],
    ["Fec. Nac.", "student.birthDate", "name"],
    ["C.I.", "student.cedula", "name"],
    ["N° de Cédula", "student.cedula", "name"],
    ["CEDULA_ESC", "student.schoolCedula", "name"],
    ["Nombres del Alumno", "student.firstNames", "name"],
    ["APELLIDOS", "student.lastNames", "name"],
    ["Sexo", "student.gender", "name"],
    ["Secc.", "student.section", "name"],
    ["Grado/Año", "student.grade", "name"],
    ["Tlf. Emergencia", "student.emergencyPhone", "name"],
    ["Grupo Sanguíneo", "health.bloodType", "name"],
    ["TALLA_CAM", "student.shirtSize", "suggested"],
    ["Fecha de nacimineto", "student.birthDate", "suggested"],
    ["Cédula de la Madre", "guardian.primary.cedula", "name"],
    ["Representante 2: Nombres", "guardian.secondary.firstNames", "name"],
    ["Nombre del representante de emergencia", "guardian.emergency.firstNames", "name"],
    ["Ingreso mensual representante legal", "guardian.primary.monthlyIncome", "name"],
    ["Persona autorizada 2 - Cédula", "authorized.2.cedula", "name"],
    ["Profesión", "guardian.primary.profession", "name"],
    ["Color favorito", null, "none"],
    ["", null, "none"],
  ])("called %s are %s", (header, field, match) => {
    expect(mapColumns([header])).toEqual({ fields: [field], matches: [match] });
  });

  it("that mean the same are taken once, the plainest name first", () => {
    expect(mapColumns(["Fecha nacimineto", "Fecha de nacimiento"])).toEqual({
      fields: [null, "student.birthDate"],
      matches: ["none", "name"],
    });
  });

  it("of a mother and a father are of two representatives", () => {
    const headers = ["Nombre", "Apellido", "Nombre de la madre", "CI madre", "Nombre del padre", "CI padre"];
    expect(mapColumns(headers).fields).toEqual([
      "student.firstNames",
      "student.lastNames",
      "guardian.primary.firstNames",
      "guardian.primary.cedula",
      "guardian.secondary.firstNames",
      "guardian.secondary.cedula",
    ]);
  });

  it("without an owner are the student's first, and then a representative's", () => {
    expect(mapColumns(["Nombre", "Cédula", "Parentesco", "Nombre", "Cédula", "Celular"]).fields).toEqual([
      "student.firstNames",
      "student.cedula",
      "guardian.primary.relationship",
      "guardian.primary.firstNames",
      "guardian.primary.cedula",
      "guardian.primary.mobilePhone",
    ]);
  });
});
