import { readFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import { and, eq, isNull } from "drizzle-orm";
import {
  authorizedPersons,
  guardians,
  healthRecords,
  studentGuardians,
  studentStatuses,
  students,
} from "@/db/schema/tenant/students";
import type { OrganizationActor } from "@/db/scope";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { applyImportInput, checkImportInput } from "@/domain/student-import";
import {
  applyImport,
  checkImport,
  getImport,
  undoImport,
  uploadImport,
  workOnImport,
} from "@/server/services/student-import";
import { asOperator } from "./operator";
import type { TestSchool } from "./schools";

/** For tests of imports: through the verbs, without the queue. */

/** A file of `tests/fixtures`, or bytes, as far as the columns. */
export async function openImport(actor: OrganizationActor, file: string | Buffer): Promise<string> {
  const content = typeof file === "string" ? readFileSync(`tests/fixtures/${file}`) : file;
  const fileName = typeof file === "string" ? file : "students.xlsx";
  const given = { fileName, content: content.toString("base64") };
  const { id } = await uploadImport(actor, given, { inBackground: false });
  await workOnImport(actor, { id });
  return id;
}

/** As `openImport`, with a verdict for each row. */
export async function checkedImport(actor: OrganizationActor, file: string | Buffer): Promise<string> {
  const id = await openImport(actor, file);
  await checkImport(actor, checkImportInput.parse({ id }), { inBackground: false });
  await workOnImport(actor, { id });
  return id;
}

/** As `checkedImport`, written. */
export async function doneImport(actor: OrganizationActor, file: string | Buffer): Promise<string> {
  const id = await checkedImport(actor, file);
  await writeImport(actor, id);
  return id;
}

export async function writeImport(actor: OrganizationActor, id: string): Promise<void> {
  await applyImport(actor, applyImportInput.parse({ id, confirm: true }), { inBackground: false });
  await workOnImport(actor, { id });
}

export async function takeBackImport(actor: OrganizationActor, id: string) {
  await undoImport(actor, { id }, { inBackground: false });
  await workOnImport(actor, { id });
  return getImport(actor, { id });
}

/** A row of the template by its fields, for a file of our own. */
export type FileRow = Partial<Record<string, string | number>>;

/** A workbook in the template's layout with these rows, the first in row 4. */
export function matriculaFile(
  rows: readonly FileRow[],
  fields = MATRICULA_COLUMNS.map(({ field }) => field),
): Buffer {
  const headers = fields.map(
    (field) => MATRICULA_COLUMNS.find((column) => column.field === field)?.header ?? "",
  );
  const cells = rows.map((row) => fields.map((field) => row[field] ?? ""));
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([["Lista"], ["Matrícula 2025-2026"], headers, ...cells]);
  utils.book_append_sheet(book, sheet, "Matrícula");
  return Buffer.from(write(book, { type: "buffer", bookType: "xlsx", compression: true }));
}

/** A row that goes in as it is. */
export function goodRow(number: number, more: FileRow = {}): FileRow {
  return {
    ...{ "student.grade": "1er Grado", "student.section": "A", "student.code": `C-${number}` },
    ...{
      "student.lastNames": "Peña Gil",
      "student.firstNames": "Ana",
      "student.cedula": 30_000_000 + number,
    },
    ...{ "student.birthDate": "14/3/2018", "student.gender": "F" },
    ...more,
  };
}

/** Of a mother in the first block. */
export function mother(number: number, more: FileRow = {}): FileRow {
  return {
    ...{ "guardian.primary.relationship": "Madre", "guardian.primary.firstNames": "Luz" },
    ...{ "guardian.primary.lastNames": "Gil", "guardian.primary.cedula": 10_000_000 + number },
    ...more,
  };
}

/** Every record of students and families that the school has, without when it was written. */
export function recordsOf(operatorUrl: string, school: TestSchool) {
  return asOperator(operatorUrl, async (tx) => {
    await tx.enterPlacement(school.placement);
    const own = <Table extends { organizationId: typeof students.organizationId }>(table: Table) =>
      eq(table.organizationId, school.id);
    return {
      students: await tx.db
        .select()
        .from(students)
        .where(and(own(students), isNull(students.mergedIntoId)))
        .orderBy(students.code),
      health: await tx.db
        .select()
        .from(healthRecords)
        .where(eq(healthRecords.organizationId, school.id))
        .orderBy(healthRecords.id),
      guardians: await tx.db
        .select()
        .from(guardians)
        .where(eq(guardians.organizationId, school.id))
        .orderBy(guardians.cedula),
      links: await tx.db
        .select()
        .from(studentGuardians)
        .where(eq(studentGuardians.organizationId, school.id))
        .orderBy(studentGuardians.studentId, studentGuardians.type),
      authorized: await tx.db
        .select()
        .from(authorizedPersons)
        .where(eq(authorizedPersons.organizationId, school.id))
        .orderBy(authorizedPersons.id),
      statuses: await tx.db
        .select()
        .from(studentStatuses)
        .where(eq(studentStatuses.organizationId, school.id))
        .orderBy(studentStatuses.id),
    };
  });
}
