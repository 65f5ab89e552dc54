import { sql } from "drizzle-orm";
import { studentImportChanges } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { type AuditEvent, recordEvents } from "../audit";
import { holdImport, reportProgress } from "./progress";
import { readRowNames } from "./row-names";
import { changeImport, type Import, readImport } from "./states";
import { takeBackFields } from "./undo-fields";
import { Outcome } from "./undo-outcome";
import {
  bringBackTies,
  takeBackParts,
  takeBackPeople,
  takeBackStructure,
  takeBackStudents,
} from "./undo-records";
import { type Change, readChanges } from "./undo-values";

/** Students of whom the log tells one by one. */
const MAX_TOLD = 1_000;

/** What was added goes first, so that what was there finds its place free again. */
const STEPS = [
  takeBackStudents,
  takeBackParts,
  takeBackFields,
  bringBackTies,
  takeBackPeople,
  takeBackStructure,
];

/**
 * Takes an import back in one transaction: records that it made go, unless somebody touched them since; fields have the
 * values of before, unless somebody edited them since; what is kept is noted.
 */
export async function undoRows(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    await holdImport(tx, id);
    const found = await readImport(tx, id);
    if (found.state !== "undoing") return;
    const changes = await readChanges(tx, id);
    await reportProgress(actor, id, { done: 0, total: changes.length });
    const outcome = await takeBack(tx, changes, (done) => reportProgress(actor, id, { done }));
    await tx.db.execute(sql`
      update ${studentImportChanges} as line set undone = given.undone
      from jsonb_to_recordset(${JSON.stringify(outcome.lines())}::jsonb) as given (id uuid, undone text)
      where line.organization_id = ${actor.organizationId} and line.id = given.id`);
    const [reverted, kept] = [outcome.count("reverted"), outcome.count("kept")];
    await changeImport(tx, id, {
      ...{ state: "undone", done: changes.length, undoneAt: new Date(), undoneBy: found.startedBy },
      counts: { ...found.counts, reverted, keptAtUndo: kept },
    });
    await recordEvents(tx, [
      {
        action: "import.undone",
        subject: { type: "import", id, name: found.fileName },
        after: { reverted, kept },
      },
      ...(await studentEvents(tx, found, changes, outcome)),
    ]);
  });
}

/** Takes these changes back, as far as nobody edited them since. */
export async function takeBack(
  tx: TenantTx,
  changes: readonly Change[],
  onStep: (done: number) => Promise<void> = async () => undefined,
): Promise<Outcome> {
  const outcome = new Outcome();
  for (const step of STEPS) {
    await step(tx, changes, outcome);
    await onStep(outcome.size);
  }
  return outcome;
}

/** One event a student of whom something was taken back. */
async function studentEvents(
  tx: TenantTx,
  { id, fileName }: Import,
  changes: readonly Change[],
  outcome: Outcome,
): Promise<AuditEvent[]> {
  const concerned = new Map<string, { rowNumber: number; fields: string[] }>();
  for (const change of changes) {
    const { studentId, rowNumber, entity, field } = change;
    if (studentId === null || !outcome.isReverted(change)) continue;
    const known = concerned.get(studentId) ?? { rowNumber, fields: [] };
    if (field !== null) known.fields.push(entity === "student" ? field : `${entity}.${field}`);
    concerned.set(studentId, known);
  }
  const told = [...concerned].slice(0, MAX_TOLD);
  const nameOf = await readRowNames(
    tx,
    id,
    told.map(([, { rowNumber }]) => rowNumber),
  );
  return told.map(([studentId, { rowNumber, fields }]) => ({
    action: "student.import_undone",
    subject: { type: "student", id: studentId, name: nameOf.get(rowNumber) ?? "" },
    after: { file: fileName, ...(fields.length > 0 && { changed: fields.join(", ") }) },
  }));
}
