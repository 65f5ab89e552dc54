import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { grades, sections } from "@/db/schema/tenant/academics";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { rolloverStudents, studentStatuses, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import { type Judged, seatKey } from "./plan";

/** Where a student stands, as it is noted before and after: ids, and the rows that the rollover wrote or closed. */
export type Standing = {
  yearId: string;
  gradeId: string | null;
  sectionId: string | null;
  listNumber: number | null;
  status: string;
  /** Before: the record of the year that was in progress. After: the one that the rollover wrote. */
  recordId?: string;
  /** Of a graduate: the change of status. */
  statusId?: string;
};

export type Moving = {
  rolloverId: string;
  from: { id: string; name: string };
  toYearId: string;
  school: string;
  today: string;
  sectionIds: ReadonlyMap<string, string>;
};

/** Notes what becomes of every student and writes it: a few statements, however many they are. */
export async function writeStudents(tx: TenantTx, judged: readonly Judged[], moving: Moving): Promise<void> {
  const { rolloverId, from } = moving;
  const records = await readRecords(tx, from.name);
  const notes = judged.map((one) => {
    const { student, outcome } = one;
    const { gradeId, sectionId, listNumber, status } = student;
    const before: Standing = { yearId: from.id, gradeId, sectionId, listNumber, status };
    if (outcome === "left_out") return { ...noteOf(one), before, after: before };
    const known = records.get(student.id) ?? [];
    const inProgress = known.find(({ result }) => result === "in_progress");
    const after: Standing = {
      ...standingAfter(one, moving),
      ...(known.length === 0 && { recordId: newId() }),
      ...(outcome === "graduated" && { statusId: newId() }),
    };
    return { ...noteOf(one), before: { ...before, ...(inProgress && { recordId: inProgress.id }) }, after };
  });
  const { organizationId } = tx.actor;
  await tx.db.execute(sql`
    insert into ${rolloverStudents} (organization_id, id, rollover_id, student_id, outcome, before, after)
    select ${organizationId}::uuid, note.id, ${rolloverId}::uuid, note."studentId", note.outcome, note.before, note.after
    from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb)
      as note (id uuid, "studentId" uuid, outcome text, before jsonb, after jsonb)`);
  await placeStudents(tx, rolloverId);
  await Promise.all([writeRecords(tx, moving), closeRecords(tx, rolloverId), graduate(tx, moving)]);
}

function noteOf({ student, outcome }: Judged) {
  return { id: newId(), studentId: student.id, outcome };
}

function standingAfter({ student, outcome, gradeId, seat }: Judged, moving: Moving): Standing {
  // Where they were last: a graduate's record stays in the year.
  if (outcome === "graduated") {
    const { gradeId: last, sectionId, listNumber } = student;
    return { yearId: moving.from.id, gradeId: last, sectionId, listNumber, status: "graduated" };
  }
  const sectionId = seat ? (moving.sectionIds.get(seatKey(seat)) ?? null) : null;
  return { yearId: moving.toYearId, gradeId, sectionId, listNumber: null, status: student.status };
}

/** The notes of a rollover about those who went anywhere. */
function notesOf(tx: TenantTx, rolloverId: string): SQL {
  return sql`n.organization_id = ${tx.actor.organizationId} and n.rollover_id = ${rolloverId}
    and n.outcome <> 'left_out'`;
}

async function placeStudents(tx: TenantTx, rolloverId: string): Promise<void> {
  await tx.db.execute(sql`
    update ${students} s set year_id = (n.after ->> 'yearId')::uuid, grade_id = (n.after ->> 'gradeId')::uuid,
      section_id = (n.after ->> 'sectionId')::uuid, list_number = (n.after ->> 'listNumber')::int,
      status = n.after ->> 'status', updated_at = now()
    from ${rolloverStudents} n
    where ${notesOf(tx, rolloverId)} and s.organization_id = n.organization_id and s.id = n.student_id`);
}

const RESULT = sql`case n.outcome when 'held_back' then 'held_back' when 'graduated' then 'graduated' else 'promoted' end`;

async function writeRecords(tx: TenantTx, { rolloverId, from, school }: Moving): Promise<void> {
  await tx.db.execute(sql`
    insert into ${academicRecords} (organization_id, id, student_id, year, grade, section, school, result, rollover_id)
    select n.organization_id, (n.after ->> 'recordId')::uuid, n.student_id, ${from.name}, coalesce(g.name, ''),
      coalesce(c.name, ''), ${school}, ${RESULT}, n.rollover_id
    from ${rolloverStudents} n
      left join ${grades} g on g.organization_id = n.organization_id and g.id = (n.before ->> 'gradeId')::uuid
      left join ${sections} c on c.organization_id = n.organization_id and c.id = (n.before ->> 'sectionId')::uuid
    where ${notesOf(tx, rolloverId)} and n.after ? 'recordId'`);
}

/** A year that was in progress in the record has its result. */
async function closeRecords(tx: TenantTx, rolloverId: string): Promise<void> {
  await tx.db.execute(sql`
    update ${academicRecords} r set result = ${RESULT}, rollover_id = n.rollover_id, updated_at = now()
    from ${rolloverStudents} n
    where ${notesOf(tx, rolloverId)} and n.before ? 'recordId'
      and r.organization_id = n.organization_id and r.id = (n.before ->> 'recordId')::uuid`);
}

async function graduate(tx: TenantTx, { rolloverId, today, from }: Moving): Promise<void> {
  await tx.db.execute(sql`
    insert into ${studentStatuses} (organization_id, id, student_id, status, since, reason, recorded_by)
    select n.organization_id, (n.after ->> 'statusId')::uuid, n.student_id, 'graduated', ${today}::date, ${from.name},
      ${tx.actor.name}
    from ${rolloverStudents} n
    where ${notesOf(tx, rolloverId)} and n.after ? 'statusId'`);
}

/** What the students' histories say of the year already, by student. */
async function readRecords(tx: TenantTx, year: string) {
  const rows = await tx.db
    .select({
      id: academicRecords.id,
      studentId: academicRecords.studentId,
      result: academicRecords.result,
    })
    .from(academicRecords)
    .where(
      and(
        eq(academicRecords.organizationId, tx.actor.organizationId),
        eq(academicRecords.year, year),
        inArray(
          academicRecords.studentId,
          tx.db
            .select({ id: students.id })
            .from(students)
            .where(eq(students.organizationId, tx.actor.organizationId)),
        ),
      ),
    );
  const byStudent = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) byStudent.set(row.studentId, [...(byStudent.get(row.studentId) ?? []), row]);
  return byStudent;
}
