import {
  authorizedPersons,
  healthRecords,
  studentGuardians,
  studentStatuses,
  students,
} from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import type { ApplyMergeInput } from "@/domain/record-merge";
import { GUARDIAN_TYPES, MAX_AUTHORIZED, type StudentStatus } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { schoolDay } from "../organization";
import { describePlaces, STUDENT_FIELDS, type StudentRow, subjectOf } from "../student";
import { healthPairs, only, requireKnown, studentPairs, type Values } from "./fields";
import { moveRows, Notes, writeRow } from "./notes";
import { healthOf, planStudents, type StudentPlan } from "./plan-students";
import { PARTS, type Part, readStudentPair, type StudentPair } from "./read-students";
import { findRefusals, refuseIf } from "./refusals";
import { studentVersion } from "./version";

/** As `applyMerge`, of two students. */
export async function applyStudents(
  tx: TenantTx,
  { keptId, mergedId, choices, leave, version }: ApplyMergeInput,
): Promise<{ id: string }> {
  const pair = await readStudentPair(tx, { keptId, mergedId }, { lock: true });
  const { kept, merged } = pair;
  refuseIf(await findRefusals(tx, "student", { kept: kept.row, merged: merged.row }));
  if (version !== undefined && version !== studentVersion(pair))
    throw new DomainError("conflict", "merge.changed");
  requireKnown(
    [...studentPairs(kept.row, merged.row), ...healthPairs(healthOf(kept), healthOf(merged))],
    choices,
  );
  const plan = planStudents(pair, { choices, leave });
  requireRoom(plan);
  const notes = new Notes();
  await writeStudents(tx, pair, plan, notes);
  await writeHealth(tx, pair, plan, notes);
  await moveParts(tx, pair, plan, notes);
  await moveFamily(tx, pair, plan, notes);
  if (plan.status) await writeStatus(tx, pair, plan.status, notes);
  const id = await notes.save(tx, { kind: "student", keptId, mergedId });
  await tell(tx, pair, plan);
  return { id };
}

/** Throws CONFLICT where there would be more than a student has places for. */
function requireRoom({ totals }: StudentPlan): void {
  const { guardians, authorized } = totals;
  if (guardians > GUARDIAN_TYPES.length)
    throw new DomainError("conflict", "merge.guardians", {
      values: { count: guardians, max: GUARDIAN_TYPES.length },
    });
  if (authorized > MAX_AUTHORIZED)
    throw new DomainError("conflict", "merge.authorized", {
      values: { count: authorized, max: MAX_AUTHORIZED },
    });
}

/** The record that goes gives up its numbers and account first: no two records of a school have them. */
async function writeStudents(
  tx: TenantTx,
  { kept, merged }: StudentPair,
  plan: StudentPlan,
  notes: Notes,
): Promise<void> {
  const updatedAt = new Date();
  const given: Values = plan.account ? { userId: merged.row.userId } : {};
  const gone: Values = plan.account ? { userId: null } : {};
  notes.changed(students, merged.row.id, only(merged.row, Object.keys(gone)), gone);
  await writeRow(tx, students, merged.row.id, { ...gone, mergedIntoId: kept.row.id, updatedAt });
  const after = { ...plan.student, ...given };
  const next = { ...kept.row, ...after };
  const keys = personKeys(next);
  notes.changed(students, kept.row.id, only({ ...kept.row }, [...Object.keys(after), ...Object.keys(keys)]), {
    ...after,
    ...keys,
  });
  await writeRow(tx, students, kept.row.id, { ...after, ...keys, updatedAt });
}

async function writeHealth(
  tx: TenantTx,
  { kept, merged }: StudentPair,
  { health, healthMoves }: StudentPlan,
  notes: Notes,
): Promise<void> {
  const record = healthMoves ? merged.health : kept.health;
  const after = { ...health, ...(healthMoves && { studentId: kept.row.id }) };
  if (!record || Object.keys(after).length === 0) return;
  notes.changed(healthRecords, record.id, only(record, Object.keys(after)), after);
  await writeRow(tx, healthRecords, record.id, { ...after, updatedAt: new Date() });
}

async function moveParts(
  tx: TenantTx,
  { kept, merged }: StudentPair,
  { moves }: StudentPlan,
  notes: Notes,
): Promise<void> {
  const [from, to] = [merged.row.id, kept.row.id];
  for (const part of Object.keys(PARTS) as Part[]) {
    const ids = moves[part];
    notes.moved(PARTS[part], ids, "studentId", [from, to]);
    await moveRows(tx, PARTS[part], "studentId", { ids, from, to });
  }
}

async function moveFamily(
  tx: TenantTx,
  { kept, merged }: StudentPair,
  { links, authorized }: StudentPlan,
  notes: Notes,
): Promise<void> {
  const studentId = kept.row.id;
  for (const { id, ...tie } of links) {
    const link = merged.links.find((one) => one.id === id);
    if (!link) continue;
    const after = { studentId, ...tie };
    notes.changed(studentGuardians, id, only(link, Object.keys(after)), after);
    await writeRow(tx, studentGuardians, id, after);
  }
  for (const { id, place } of authorized) {
    const person = merged.authorized.find((one) => one.id === id);
    if (!person) continue;
    const after = { studentId, place };
    notes.changed(authorizedPersons, id, only(person, Object.keys(after)), after);
    await writeRow(tx, authorizedPersons, id, after);
  }
}

/** Has the history say what was chosen: from today on, and not before what it says already. */
async function writeStatus(
  tx: TenantTx,
  { kept, merged }: StudentPair,
  status: StudentStatus,
  notes: Notes,
): Promise<void> {
  const { organizationId, name: recordedBy } = tx.actor;
  const today = await schoolDay(tx);
  const days = [...kept.statuses, ...merged.statuses].map((row) => row.since);
  const since = [today, ...days].sort().at(-1) ?? today;
  const id = newId();
  await tx.db
    .insert(studentStatuses)
    .values({ organizationId, id, studentId: kept.row.id, status, since, recordedBy });
  notes.added(studentStatuses, id, { status });
}

async function tell(tx: TenantTx, { kept, merged }: StudentPair, plan: StudentPlan): Promise<void> {
  const next = { ...kept.row, ...plan.student };
  const [stays, went] = [subjectOf(next), subjectOf(merged.row)];
  const placeOf = await describePlaces(tx, [kept.row, next]);
  const fields = STUDENT_FIELDS.filter((field) => field in plan.student);
  const told = (row: StudentRow) => ({
    ...only(row, fields),
    ...("status" in plan.student && { enrolment: row.status }),
    ...("yearId" in plan.student && { place: placeOf(row) }),
  });
  // How many vaccinations is health, which the log hides.
  const { vaccinations: _hidden, academic: academicRecords, ...counts } = countsOf(plan);
  await recordEvents(tx, [
    {
      action: "student.merged",
      subject: stays,
      before: { ...told(kept.row), ...only(healthOf(kept), Object.keys(plan.health)) },
      after: {
        ...{ ...told(next), ...plan.health, other: { id: went.id, name: went.name } },
        ...{ ...counts, academicRecords },
      },
    },
    {
      action: "student.merged_into",
      subject: went,
      after: { other: { id: stays.id, name: stays.name }, ...counts, academicRecords },
    },
  ]);
}

/** How many of each come along; nothing of what they say. */
export function countsOf({ moves, links, authorized }: Pick<StudentPlan, "moves" | "links" | "authorized">) {
  return {
    guardians: links.length,
    authorized: authorized.length,
    statuses: moves.statuses.length,
    academic: moves.academic.length,
    attendance: moves.attendance.length,
    incidents: moves.incidents.length,
    vaccinations: moves.vaccinations.length,
    documents: moves.documents.length,
  };
}
