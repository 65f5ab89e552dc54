import { and, eq, inArray, sql } from "drizzle-orm";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { terms } from "@/db/schema/tenant/academics";
import {
  authorizedPersons,
  healthRecords,
  studentGuardians,
  studentStatuses,
} from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { deleteAll } from "./set-based";
import type { Outcome } from "./undo-outcome";
import { type Change, isAsMade, pointedAt, type Row, readNow, readOfStudents, TABLES } from "./undo-values";

/** The tables whose rows an import makes with a student. */
const WITH_STUDENT = [studentStatuses, healthRecords, studentGuardians, authorizedPersons];
const PARTS = ["health", "guardian_link", "authorized", "status"] as const;

const isMade = ({ field, before }: Change) => field === null && before === null;

/** Students whom the import made go with all that it made with them, unless somebody touched any of it since. */
export async function takeBackStudents(
  tx: TenantTx,
  changes: readonly Change[],
  outcome: Outcome,
): Promise<void> {
  const made = changes.filter((change) => change.entity === "student" && isMade(change));
  const ids = made.map(({ entityId }) => entityId);
  if (ids.length === 0) return;
  const now = await readNow(tx, "student", ids);
  const touched = await pointedAt(tx, "student", ids, WITH_STUDENT);
  for (const { entityId, after } of made) {
    const row = now.get(entityId);
    if (row && !isAsMade(row, after)) touched.add(entityId);
  }
  for (const { studentId } of await tx.db
    .select({ studentId: studentTransfers.studentId })
    .from(studentTransfers)
    .where(
      and(
        eq(studentTransfers.organizationId, tx.actor.organizationId),
        inArray(studentTransfers.studentId, ids),
      ),
    ))
    touched.add(studentId);
  const own = new Set(ids);
  const parts = changes.filter(
    ({ entity, studentId }) => entity !== "student" && studentId !== null && own.has(studentId),
  );
  for (const entity of PARTS) {
    const madeOf = new Map(
      parts.filter((part) => part.entity === entity).map((part) => [part.entityId, part]),
    );
    const present = await readOfStudents(tx, entity, ids);
    for (const row of present) {
      const part = madeOf.get(row.id);
      const isUntouched = part && (entity === "status" || isAsMade(row, part.after));
      if (!isUntouched) touched.add(String(row.studentId));
    }
    const there = new Set(present.map(({ id }) => id));
    for (const { entityId, studentId } of madeOf.values())
      if (studentId && now.has(studentId) && !there.has(entityId)) touched.add(studentId);
  }
  const goes = (id: string) => !touched.has(id);
  await deleteAll(tx, TABLES.student, ids.filter(goes));
  outcome.kept(made.filter(({ entityId }) => touched.has(entityId)));
  outcome.reverted(made.filter(({ entityId }) => goes(entityId)));
  outcome.reverted(parts.filter(({ studentId }) => studentId !== null && goes(studentId)));
}

/** Ties, persons and health records that the import added to students who were there. */
export async function takeBackParts(
  tx: TenantTx,
  changes: readonly Change[],
  outcome: Outcome,
): Promise<void> {
  const newStudents = new Set(
    changes.filter((change) => change.entity === "student" && isMade(change)).map(({ entityId }) => entityId),
  );
  for (const entity of ["health", "guardian_link", "authorized"] as const) {
    const made = changes.filter(
      (change) => change.entity === entity && isMade(change) && !newStudents.has(change.studentId ?? ""),
    );
    await removeUntouched(tx, entity, made, outcome);
  }
}

async function removeUntouched(
  tx: TenantTx,
  entity: "health" | "guardian_link" | "authorized" | "guardian",
  made: readonly Change[],
  outcome: Outcome,
  isHeld: (id: string) => boolean = () => false,
): Promise<void> {
  const now = await readNow(
    tx,
    entity,
    made.map(({ entityId }) => entityId),
  );
  const goes = ({ entityId, after }: Change) => {
    const row = now.get(entityId);
    return row === undefined || (isAsMade(row, after) && !isHeld(entityId));
  };
  const going = made.filter(goes);
  await deleteAll(
    tx,
    TABLES[entity],
    going.map(({ entityId }) => entityId),
  );
  outcome.reverted(going);
  outcome.kept(made.filter((change) => !goes(change)));
}

/** Ties that the import ended come back where their place is free; and each student has a contact again. */
export async function bringBackTies(
  tx: TenantTx,
  changes: readonly Change[],
  outcome: Outcome,
): Promise<void> {
  const gone = changes.filter(
    ({ entity, field, after }) => entity === "guardian_link" && field === null && after === null,
  );
  const rows = gone.map(({ before }) => ({
    ...(before as Row),
    isPrimaryContact: false,
    updatedAt: new Date(),
  }));
  const { organizationId } = tx.actor;
  const back = await tx.db.execute<{ id: string }>(sql`
    insert into ${studentGuardians}
    select given.* from jsonb_populate_recordset(null::${studentGuardians}, ${JSON.stringify(rows.map(snakeCase))}::jsonb) given
    where exists (select 1 from ${TABLES.student} s where s.organization_id = ${organizationId} and s.id = given.student_id)
      and exists (select 1 from ${TABLES.guardian} g where g.organization_id = ${organizationId} and g.id = given.guardian_id)
    on conflict do nothing returning id`);
  const returned = new Set(back.map(({ id }) => id));
  outcome.reverted(gone.filter(({ entityId }) => returned.has(entityId)));
  outcome.kept(gone.filter(({ entityId }) => !returned.has(entityId)));
  const contacts = gone.flatMap(({ before, entityId }) =>
    (before as Row).isPrimaryContact ? [entityId] : [],
  );
  const concerned = changes.flatMap(({ entity, studentId }) =>
    entity === "guardian_link" && studentId ? [studentId] : [],
  );
  await tx.db.execute(sql`
    update ${studentGuardians} as tie set is_primary_contact = true
    from (
      select distinct on (student_id) id from ${studentGuardians}
      where organization_id = ${organizationId} and student_id = any(${sql.param([...new Set(concerned)])}::uuid[])
      order by student_id, is_primary_contact desc, id = any(${sql.param(contacts)}::uuid[]) desc,
        array_position(array['primary', 'secondary', 'emergency'], type)
    ) as first
    where tie.organization_id = ${organizationId} and tie.id = first.id and not tie.is_primary_contact`);
}

function snakeCase(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

/** People whom the import made go when nothing is tied to them any more, unless somebody edited them. */
export async function takeBackPeople(
  tx: TenantTx,
  changes: readonly Change[],
  outcome: Outcome,
): Promise<void> {
  const made = changes.filter((change) => change.entity === "guardian" && isMade(change));
  const held = await pointedAt(
    tx,
    "guardian",
    made.map(({ entityId }) => entityId),
  );
  await removeUntouched(tx, "guardian", made, outcome, (id) => held.has(id));
}

/** Sections, grades and years that the import made go where nothing is in them; grades all or none. */
export async function takeBackStructure(
  tx: TenantTx,
  changes: readonly Change[],
  outcome: Outcome,
): Promise<void> {
  for (const entity of ["section", "grade", "year"] as const) {
    const made = changes.filter((change) => change.entity === entity);
    const ids = made.map(({ entityId }) => entityId);
    const used = await pointedAt(tx, entity, ids, entity === "year" ? [terms] : []);
    const stays = (id: string) => (entity === "grade" ? used.size > 0 : used.has(id));
    await deleteAll(
      tx,
      TABLES[entity],
      ids.filter((id) => !stays(id)),
    );
    outcome.reverted(made.filter(({ entityId }) => !stays(entityId)));
    outcome.kept(made.filter(({ entityId }) => stays(entityId)));
  }
}
