import { and, eq, sql } from "drizzle-orm";
import { studentImportChanges, studentImportRows } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { ImportChange } from "@/domain/student-import-list";
import { type AuditEvent, recordEvents } from "../audit";
import { eraseLater } from "./background";
import { isSameValue } from "./change-lines";
import { makeStructure } from "./make-structure";
import type { Decide, Plan, PlannedRow } from "./plan/types";
import { planOf } from "./plan-of";
import { holdImport, reportProgress } from "./progress";
import { insertAll } from "./set-based";
import { changeImport, type Import, readImport } from "./states";
import { giveCodes, writePlan } from "./write-plan";

/** Students of whom the log tells one by one what an import did; of more it tells how many. */
const MAX_TOLD = 1_000;

/**
 * Writes an import in one transaction, so that it is never half there: the rows as they were checked, against what the
 * school has now. A process that dies takes all of it back. Throws ImportStopped where somebody asked for its end.
 */
export async function applyRows(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    await holdImport(tx, id);
    const found = await readImport(tx, id);
    if (found.state !== "applying") return;
    await reportProgress(actor, id, { done: 0 });
    const chosen = await readChosen(tx, id);
    const left: ImportChange[] = [];
    const decide: Decide = (rowNumber, change) => {
      const isTaken = chosen(rowNumber, change);
      if (!isTaken) left.push(change);
      return isTaken;
    };
    const { plan } = await planOf(tx, found, decide, { lock: true });
    const made = await makeStructure(tx, id, plan);
    await insertAll(tx, studentImportChanges, made);
    await giveCodes(tx, plan);
    await writePlan(tx, id, plan, (done) => reportProgress(actor, id, { done }));
    await finish(tx, found, plan, left.length);
  });
}

/** What was chosen at the check: a change that nobody saw there, since the record has changed meanwhile, is not made. */
async function readChosen(tx: TenantTx, importId: string): Promise<Decide> {
  const rows = await tx.db
    .select({
      rowNumber: studentImportRows.rowNumber,
      changes: studentImportRows.changes,
      kept: studentImportRows.kept,
    })
    .from(studentImportRows)
    .where(
      and(
        eq(studentImportRows.organizationId, tx.actor.organizationId),
        eq(studentImportRows.importId, importId),
        sql`jsonb_array_length(${studentImportRows.changes}) > 0`,
      ),
    );
  const seen = new Map(rows.map((row) => [row.rowNumber, row]));
  return (rowNumber, { field, before, after }) => {
    const row = seen.get(rowNumber);
    const change = row?.changes.find((one) => one.field === field);
    if (!row || !change || row.kept.includes(field)) return false;
    return isSameValue(change.before, before) && isSameValue(change.after, after);
  };
}

async function finish(tx: TenantTx, found: Import, plan: Plan, keptFields: number): Promise<void> {
  const { id, fileName } = found;
  const written = plan.rows.filter(({ isWritten }) => isWritten);
  const error = plan.rows.filter(({ verdict }) => verdict === "error").length;
  const counts = { ...plan.counts, keptFields };
  await markRows(tx, id, plan.rows);
  await changeImport(tx, id, {
    ...{ state: "done", counts, done: written.length, total: written.length, finishedAt: new Date() },
  });
  const subject = { type: "import", id, name: fileName };
  const { created, updated } = counts;
  const { families, representatives, links, total } = plan.counts;
  await recordEvents(tx, [
    {
      action: "import.applied",
      subject,
      after: { total, created, updated, error, families, representatives, links },
    },
    ...written.slice(0, MAX_TOLD).map((row) => studentEvent(row, fileName)),
  ]);
  // From now on it can be undone for so many days.
  await eraseLater(tx, id);
}

/** What of it was written, and what is found wrong only now. */
async function markRows(tx: TenantTx, importId: string, rows: readonly PlannedRow[]): Promise<void> {
  const given = rows.flatMap(({ rowNumber, verdict, isWritten, studentId, problems }) =>
    isWritten || verdict === "error"
      ? [{ row_number: rowNumber, verdict, applied: isWritten, student_id: studentId, problems }]
      : [],
  );
  await tx.db.execute(sql`
    update ${studentImportRows} as line
    set applied = given.applied, student_id = given.student_id, problems = given.problems,
      verdict = case when given.verdict = 'error' then 'error' else line.verdict end
    from jsonb_populate_recordset(null::${studentImportRows}, ${JSON.stringify(given)}::jsonb) as given
    where line.organization_id = ${tx.actor.organizationId} and line.import_id = ${importId}
      and line.row_number = given.row_number`);
}

function studentEvent({ studentId, name, verdict, changes }: PlannedRow, file: string): AuditEvent {
  const taken = changes.filter((change) => change.taken);
  const isNew = verdict === "new";
  const values = (side: "before" | "after") =>
    Object.fromEntries(taken.map((change) => [change.field, change[side]]));
  return {
    action: isNew ? "student.imported" : "student.import_changed",
    subject: { type: "student", id: studentId, name },
    ...(!isNew && { before: values("before") }),
    after: { ...(isNew ? {} : values("after")), file },
  };
}

/** Ends an import that somebody has stopped: nothing of it was written. */
export async function endStopped(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { state, fileName, cancelRequestedBy } = await readImport(tx, id);
    if (state !== "applying") return;
    await changeImport(tx, id, { state: "cancelled", done: 0, finishedAt: new Date() });
    await recordEvents(tx, [
      {
        action: "import.stopped",
        subject: { type: "import", id, name: fileName },
        after: { by: cancelRequestedBy },
      },
    ]);
  });
}
