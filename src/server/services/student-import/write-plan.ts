import type { PgTable } from "drizzle-orm/pg-core";
import { studentImportChanges } from "@/db/schema/tenant/student-imports";
import {
  authorizedPersons,
  guardians,
  healthRecords,
  studentGuardians,
  studentStatuses,
  students,
} from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import type { ImportEntity } from "@/domain/student-import-list";
import { takeStudentCodes } from "../student";
import { linesOf } from "./change-lines";
import type { Plan, Write } from "./plan/types";
import { deleteAll, insertAll, updateAll } from "./set-based";
import { contactsLast, keysOf } from "./write-order";

/** Rows of the file that are written between two reports of progress. */
const AT_ONCE = 200;

/** New students without a code get the school's next free ones, in the order of the file. */
export async function giveCodes(tx: TenantTx, { writes }: Plan): Promise<void> {
  const lacking = writes.students.flatMap(({ before, after }) =>
    !before && after?.code === "" ? [after] : [],
  );
  const codes = await takeStudentCodes(tx, lacking.length);
  for (const [index, student] of lacking.entries()) {
    student.code = codes[index] ?? student.code;
    Object.assign(student, personKeys(student));
    student.imported.code = student.code;
  }
}

type Row = Record<string, unknown> & { id: string };

/**
 * Writes all of a plan, guardians first and then the students with what hangs on them, some rows of the file at a time;
 * every change is noted for the undo. `report` is told how many rows of the file are written.
 */
export async function writePlan(
  tx: TenantTx,
  importId: string,
  { rows, writes }: Plan,
  report: (done: number) => Promise<void>,
): Promise<void> {
  const { organizationId, name: recordedBy } = tx.actor;
  const now = new Date();
  let sent: Promise<unknown>[] = [];
  /** What was sent, as one to wait for; that it failed is found there, and not by nobody before. */
  const allSent = () => {
    const all = Promise.all(sent);
    all.catch(() => undefined);
    sent = [];
    return all;
  };
  const write = <Kind extends Row>(
    table: PgTable,
    entity: ImportEntity,
    all: readonly Write<Kind>[],
    studentOf: (row: Kind) => string | null,
  ) => {
    const changed = all.filter(({ before, after }) => before !== after);
    const gone = changed.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
    const made = changed.flatMap(({ before, after }) => (!before && after ? [after] : []));
    const kept = changed.flatMap(({ before, after }) =>
      before && after ? [{ ...after, updatedAt: now }] : [],
    );
    sent.push(deleteAll(tx, table, gone));
    for (const part of contactsLast(kept)) sent.push(updateAll(tx, table, part, keysOf(part)));
    sent.push(insertAll(tx, table, made));
    return changed.flatMap((each) => {
      const row = each.after ?? each.before;
      const studentId = row && studentOf(row);
      return linesOf({ organizationId, importId, rowNumber: each.rowNumber, entity, studentId }, each);
    });
  };

  const people = write(guardians, "guardian", writes.guardians, () => null);
  sent.push(insertAll(tx, studentImportChanges, people));
  // The database writes one part while the next is made ready.
  let before: Promise<unknown> = allSent();
  const numbers = rows.flatMap(({ rowNumber, isWritten }) => (isWritten ? [rowNumber] : []));
  // What only notes that an import said the same goes out with the last rows.
  const last = Math.max(0, ...rows.map(({ rowNumber }) => rowNumber));
  for (let start = 0; start < Math.max(1, numbers.length); start += AT_ONCE) {
    const from = start === 0 ? 0 : (numbers[start] ?? 0);
    const next = numbers[start + AT_ONCE] ?? last + 1;
    const within = <Each extends { rowNumber: number }>(all: readonly Each[]) =>
      all.filter(({ rowNumber }) => rowNumber >= from && rowNumber < next);
    const statuses = within(writes.statuses).map(({ rowNumber: _row, ...line }) => ({ ...line, recordedBy }));
    const lines = [
      ...write(students, "student", within(writes.students), ({ id }) => id),
      ...write(healthRecords, "health", within(writes.health), ({ studentId }) => studentId),
      ...write(studentGuardians, "guardian_link", within(writes.links), ({ studentId }) => studentId),
      ...write(authorizedPersons, "authorized", within(writes.authorized), ({ studentId }) => studentId),
    ];
    sent.push(insertAll(tx, studentStatuses, statuses));
    for (const { rowNumber, id, studentId, status } of within(writes.statuses))
      lines.push(
        ...linesOf(
          { organizationId, importId, rowNumber, entity: "status", studentId },
          { before: null, after: { id, status } },
        ),
      );
    sent.push(insertAll(tx, studentImportChanges, lines));
    const part = allSent();
    await before;
    if (start > 0) await report(start);
    before = part;
  }
  await before;
  await report(numbers.length);
}
