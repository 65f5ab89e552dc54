import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { checkImportInput, importRowsInput, listImportsInput } from "@/domain/student-import";
import clean from "../../../../tests/fixtures/matricula-215.expected.json";
import dirty from "../../../../tests/fixtures/matricula-dirty-300.expected.json";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { checkImport } from "./check-import";
import { getImport } from "./get-import";
import { listImports } from "./list-imports";
import { listProblems } from "./list-problems";
import { listImportRows } from "./list-rows";
import { uploadImport } from "./upload-import";
import { workOnImport } from "./work-on-import";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("an import into a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  async function checked(name: string) {
    const content = readFileSync(`tests/fixtures/${name}`).toString("base64");
    const { id } = await uploadImport(admin(), { fileName: name, content });
    await workOnImport(admin(), { id });
    await checkImport(admin(), checkImportInput.parse({ id }));
    await workOnImport(admin(), { id });
    return id;
  }

  test("finds every row of the clean file good", async () => {
    const id = await checked("matricula-215.xls");
    const found = await getImport(admin(), { id });
    expect(found).toMatchObject({
      ...{ state: "checked", failure: null, rowCount: 215, headerRow: 3, sheet: "Matrícula", hold: null },
      counts: {
        ...{ total: 215, new: 215, changed: 0, unchanged: 0, error: 0, warned: 0 },
        ...{ families: clean.families, links: clean.representativeLinks, representatives: 360 },
      },
      creates: { years: ["2025-2026"] },
      missing: [],
    });
    expect(found.columns).toHaveLength(122);
    expect(found.creates.grades).toHaveLength(11);
    expect(found.creates.sections).toHaveLength(22);
    expect((await listImports(admin(), listImportsInput.parse({}))).rows).toMatchObject([{ id }]);
  });

  test("finds the bad rows of the dirty file, each for its reason", async () => {
    const id = await checked("matricula-dirty-300.xls");
    const { counts } = await getImport(admin(), { id });
    expect(counts).toMatchObject({ total: 298, new: 290, error: 8, links: dirty.representativeLinks });
    const { rows } = await listImportRows(
      admin(),
      importRowsInput.parse({ id, verdict: "error", limit: 100 }),
    );
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual(dirty.bad.map(({ row }) => row));
    const groups = await listProblems(admin(), { id });
    expect(
      groups.map(({ code, field, column, header, fatal, rows: given }) => [
        ...[code, field, column, header, fatal],
        given.map(({ rowNumber, value }) => `${rowNumber} ${value}`),
      ]),
    ).toEqual([
      ["matricula.missing", "student.birthDate", "P", "Fecha de nacimiento", true, ["112 ", "255 "]],
      [
        ...["identity.dayImpossible", "student.birthDate", "P", "Fecha de nacimiento", true],
        ["164 31/02/2014", "292 31/02/2014"],
      ],
      ["matricula.missing", "student.grade", "B", "Grado", true, ["145 "]],
      ["identity.cedulaLetters", "student.cedula", "N", "Cédula de identidad", true, ["199 V-12AB"]],
      ["identity.genderUnknown", "student.gender", "R", "Género", true, ["213 X?"]],
      ["identity.birthFuture", "student.birthDate", "P", "Fecha de nacimiento", true, ["221 01/01/2031"]],
    ]);
  });
});
