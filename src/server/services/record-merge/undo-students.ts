import { and, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { healthRecords, recordMerges, studentStatuses, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import type { KeptPart, MergeNote } from "@/domain/record-merge-list";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudents, type StudentRow, subjectOf, takeStudentCodes } from "../student";
import { only, PLACE_COLUMNS, type Values } from "./fields";
import { judgeFields, keysBack } from "./judge-fields";
import { moveRows, notesOf, writeRow } from "./notes";
import { PARTS, type Part } from "./read-students";
import { findTransfers, refuseIf } from "./refusals";
import { type MergeRow, requireStanding } from "./standing";
import { undoFamily } from "./undo-family";

const NUMBERS = ["code", "cedula", "schoolCedula"] as const;

/** As `undoMerge`, of two students. */
export async function undoStudents(tx: TenantTx, merge: MergeRow): Promise<KeptPart[]> {
  const { keptId, mergedId } = merge;
  const rows = await lockStudents(tx, [keptId, mergedId]);
  const [kept, merged] = [rows.get(keptId), rows.get(mergedId)];
  if (!kept || !merged) throw notFound();
  await requireStanding(tx, merge);
  if (kept.mergedIntoId !== null || merged.mergedIntoId !== keptId)
    throw new DomainError("conflict", "merge.followed");
  if (kept.lockedAt !== null) throw new DomainError("conflict", "student.locked");
  refuseIf(await findTransfers(tx, [kept]));
  const left: KeptPart[] = [];
  const stays = await giveBackFields(tx, { kept, merged }, merge, left);
  const returns = await bringBack(tx, merged, merge, left);
  await moveBack(tx, merge, left);
  await undoHealth(tx, merge, left);
  await undoFamily(tx, merge, left);
  await recordEvents(tx, [
    { action: "student.merge_undone", subject: subjectOf(stays), after: toldOf(returns, left) },
    { action: "student.merge_undone", subject: subjectOf(returns), after: toldOf(stays, left) },
  ]);
  return left;
}

function toldOf(row: StudentRow, left: readonly KeptPart[]): Values {
  const { id, name } = subjectOf(row);
  return { other: { id, name }, kept: left.length };
}

type Both = { kept: StudentRow; merged: StudentRow };

/** The record that stayed has its former values again, where the merge's are still there. */
async function giveBackFields(
  tx: TenantTx,
  { kept, merged }: Both,
  merge: MergeRow,
  left: KeptPart[],
): Promise<StudentRow> {
  const note = noteOf(merge, students, kept.id);
  const { back, edited } = judgeFields(note, kept);
  const staying = new Set(edited);
  const keep = (...fields: readonly string[]) => {
    for (const field of fields) if (field in back) staying.add(field);
  };
  if (PLACE_COLUMNS.some((column) => staying.has(column)) || !(await isPlaceThere(tx, kept, back)))
    keep(...PLACE_COLUMNS);
  keep(...(await takenNumbers(tx, back, [kept.id, merged.id])));
  if (await isStatusNewer(tx, merge)) keep("status");
  const values = only(
    back,
    Object.keys(back).filter((field) => !staying.has(field)),
  );
  await undoStatusLine(tx, merge, staying);
  left.push(...[...staying].filter((field) => !isPartOfPlace(field)).map(partOf));
  if ([...staying].some(isPartOfPlace)) left.push({ part: "field", field: "place" });
  const next = { ...kept, ...values };
  await writeRow(tx, students, kept.id, { ...values, ...keysBack(note, kept, next), updatedAt: new Date() });
  return next;
}

function isPartOfPlace(field: string): boolean {
  return PLACE_COLUMNS.some((column) => column === field);
}

function partOf(field: string): KeptPart {
  return { part: "field", field: field === "userId" ? "account" : field };
}

/** The record that went is one of the school's again, with the numbers that nobody else has by now. */
async function bringBack(
  tx: TenantTx,
  merged: StudentRow,
  merge: MergeRow,
  left: KeptPart[],
): Promise<StudentRow> {
  const given = noteOf(merge, students, merged.id).before ?? {};
  // An account that was given to somebody else meanwhile, or to nobody, stays there.
  const values: Values = left.some(({ field }) => field === "account") ? {} : { ...given };
  for (const field of await takenNumbers(tx, merged, [merged.id])) {
    left.push({ part: "number", field, name: String(Reflect.get(merged, field)) });
    values[field] = field === "code" ? (await takeStudentCodes(tx, 1))[0] : null;
  }
  const next = { ...merged, ...values, mergedIntoId: null };
  const keys = NUMBERS.some((field) => field in values) ? personKeys(next) : {};
  await writeRow(tx, students, merged.id, { ...values, ...keys, mergedIntoId: null, updatedAt: new Date() });
  return next;
}

/** Numbers among these values that another record of the school has, these aside. */
async function takenNumbers(tx: TenantTx, values: Values, besides: readonly string[]): Promise<string[]> {
  const wanted = NUMBERS.flatMap((field) => {
    const value = values[field];
    return typeof value === "string" ? [{ field, value }] : [];
  });
  if (wanted.length === 0) return [];
  const rows = await tx.db
    .select({ code: students.code, cedula: students.cedula, schoolCedula: students.schoolCedula })
    .from(students)
    .where(
      and(
        eq(students.organizationId, tx.actor.organizationId),
        isNull(students.mergedIntoId),
        notInArray(students.id, [...besides]),
        or(...wanted.map(({ field, value }) => eq(students[field], value))),
      ),
    );
  return wanted.flatMap(({ field, value }) => (rows.some((row) => row[field] === value) ? [field] : []));
}

/** Whether the former year, grade and section are still there. */
async function isPlaceThere(tx: TenantTx, kept: StudentRow, back: Values): Promise<boolean> {
  const { yearId, gradeId, sectionId } = { ...kept, ...back };
  const { organizationId } = tx.actor;
  const counts = await Promise.all([
    yearId === null ||
      tx.db.$count(
        academicYears,
        and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, String(yearId))),
      ),
    gradeId === null ||
      tx.db.$count(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, String(gradeId)))),
    sectionId === null ||
      tx.db.$count(
        sections,
        and(eq(sections.organizationId, organizationId), eq(sections.id, String(sectionId))),
      ),
  ]);
  return counts.every(Boolean);
}

/** Whether the status was changed after the merge: the newest line is neither its own nor one that it moved. */
async function isStatusNewer(tx: TenantTx, merge: MergeRow): Promise<boolean> {
  const own = notesOf(merge.before, studentStatuses).map(({ id }) => id);
  const newer = await tx.db.$count(
    studentStatuses,
    and(
      eq(studentStatuses.organizationId, tx.actor.organizationId),
      eq(studentStatuses.studentId, merge.keptId),
      sql`${studentStatuses.createdAt} > (select done_at from ${recordMerges} m
        where m.organization_id = ${tx.actor.organizationId} and m.id = ${merge.id})`,
      own.length > 0 ? notInArray(studentStatuses.id, own) : undefined,
    ),
  );
  return newer > 0;
}

/** The line that the merge added to the history goes with the status that it told. */
async function undoStatusLine(tx: TenantTx, merge: MergeRow, staying: ReadonlySet<string>): Promise<void> {
  const added = notesOf(merge.before, studentStatuses).filter(({ before }) => before === null);
  if (added.length === 0 || staying.has("status")) return;
  await tx.db.delete(studentStatuses).where(
    and(
      eq(studentStatuses.organizationId, tx.actor.organizationId),
      inArray(
        studentStatuses.id,
        added.map(({ id }) => id),
      ),
    ),
  );
}

async function moveBack(tx: TenantTx, merge: MergeRow, left: KeptPart[]): Promise<void> {
  for (const part of Object.keys(PARTS) as Part[]) {
    const ids = notesOf(merge.before, PARTS[part]).flatMap(({ id, before }) => (before ? [id] : []));
    const moved = await moveRows(tx, PARTS[part], "studentId", {
      ids,
      from: merge.keptId,
      to: merge.mergedId,
    });
    // Those that are gone were taken out by somebody.
    if (moved.length < ids.length) left.push({ part });
  }
}

async function undoHealth(tx: TenantTx, merge: MergeRow, left: KeptPart[]): Promise<void> {
  const [note] = notesOf(merge.before, healthRecords);
  if (!note) return;
  const [now] = await tx.db
    .select()
    .from(healthRecords)
    .where(and(eq(healthRecords.organizationId, tx.actor.organizationId), eq(healthRecords.id, note.id)));
  if (!now) return;
  const { back, edited } = judgeFields(note, now);
  left.push(...edited.filter((field) => field !== "studentId").map(partOf));
  await writeRow(tx, healthRecords, note.id, { ...back, updatedAt: new Date() });
}

function noteOf(merge: MergeRow, table: typeof students, id: string): MergeNote {
  const note = notesOf(merge.before, table).find((one) => one.id === id);
  return note ?? { id, before: {}, after: {} };
}
