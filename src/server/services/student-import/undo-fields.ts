import { sql } from "drizzle-orm";
import { students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import { isSameValue } from "./change-lines";
import { deleteAll, updateAll } from "./set-based";
import type { Outcome } from "./undo-outcome";
import { type Change, type Row, readNow, TABLES } from "./undo-values";
import { contactsLast, keysOf } from "./write-order";

const ENTITIES = ["student", "health", "guardian", "guardian_link", "authorized"] as const;
type Entity = (typeof ENTITIES)[number];

/** Gives fields of records that were there before the import the values that they had, unless they were edited since. */
export async function takeBackFields(
  tx: TenantTx,
  changes: readonly Change[],
  outcome: Outcome,
): Promise<void> {
  const ofFields = changes.filter(({ field }) => field !== null);
  const taken = await takenNumbers(tx, ofFields);
  for (const entity of ENTITIES) {
    const own = ofFields.filter((change) => change.entity === entity);
    const now = await readNow(
      tx,
      entity,
      own.map(({ entityId }) => entityId),
    );
    const written = [...now].flatMap(([id, row]) => {
      const about = own.filter(({ entityId }) => entityId === id);
      const back = fieldsToGiveBack(about, row).filter((change) => !taken.has(change.id));
      outcome.reverted(back);
      outcome.kept(about.filter((change) => !back.includes(change)));
      return back.length > 0 ? [withKeys(entity, withValues(row, back))] : [];
    });
    // Of a record that is gone there is nothing to give back.
    outcome.kept(own.filter(({ entityId }) => !now.has(entityId)));
    for (const part of contactsLast(written)) await updateAll(tx, TABLES[entity], part, keysOf(part));
  }
  const lines = changes.filter(({ entity, studentId, before }) => {
    const isOf = (other: Change) => other.entityId === studentId && other.field === "status";
    return (
      entity === "status" && before === null && ofFields.some((one) => isOf(one) && outcome.isReverted(one))
    );
  });
  await deleteAll(
    tx,
    TABLES.status,
    lines.map(({ entityId }) => entityId),
  );
  outcome.reverted(lines);
}

/** Those that stand as the import wrote them. A student's place is one thing: all of it goes back, or nothing. */
function fieldsToGiveBack(about: readonly Change[], row: Row): Change[] {
  const isAsWritten = ({ field, after }: Change) => isSameValue(row[field ?? ""], after);
  const isPlace = ({ field }: Change) => ["yearId", "gradeId", "sectionId"].includes(field ?? "");
  const staysPut = about.some((change) => isPlace(change) && !isAsWritten(change));
  return about.filter((change) => isAsWritten(change) && !(staysPut && isPlace(change)));
}

function withValues(row: Row, back: readonly Change[]): Row {
  const imported = { ...(row.imported as Record<string, unknown>) };
  const after: Row = { ...row, imported, updatedAt: new Date() };
  for (const { field, before, importedBefore } of back) {
    if (field === null) continue;
    after[field] = before;
    if (importedBefore === null) delete imported[field];
    else imported[field] = importedBefore;
  }
  return after;
}

function withKeys(entity: Entity, row: Row): Row {
  if (entity !== "student" && entity !== "guardian") return row;
  const text = (key: string) => (typeof row[key] === "string" ? row[key] : "");
  const keys = personKeys({
    ...{ firstNames: text("firstNames"), lastNames: text("lastNames"), code: text("code") },
    ...{ cedula: text("cedula") || null, schoolCedula: text("schoolCedula") || null },
  });
  return { ...row, ...keys };
}

const NUMBERS = { code: students.code, cedula: students.cedula, schoolCedula: students.schoolCedula };

/** Changes of a student's number whose former one another student has by now. */
async function takenNumbers(tx: TenantTx, changes: readonly Change[]): Promise<Set<string>> {
  const ofNumbers = changes.flatMap(({ id, entity, entityId, field, before }) =>
    entity === "student" && field !== null && field in NUMBERS && typeof before === "string"
      ? [{ id, student: entityId, field, before }]
      : [],
  );
  if (ofNumbers.length === 0) return new Set();
  const found = await tx.db.execute<{ id: string }>(sql`
    select given.id from jsonb_to_recordset(${JSON.stringify(ofNumbers)}::jsonb)
      as given (id uuid, student uuid, field text, before text)
    join ${students} on ${students.organizationId} = ${tx.actor.organizationId} and ${students.id} <> given.student
      and ${students.mergedIntoId} is null
      and given.before = case given.field
        when 'code' then ${students.code} when 'cedula' then ${students.cedula} else ${students.schoolCedula} end`);
  return new Set(found.map(({ id }) => id));
}
