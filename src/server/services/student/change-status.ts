import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { studentStatuses, students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { SetStudentStatusInput } from "@/domain/student";
import { fullName, type StatusResult, type StudentStatus } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { closedBy, lockStudents, type StudentRow } from "./policies";

/**
 * Gives students another enrolment status from a day on. It may not lie before the day of the present one. What it was
 * stays in the record's history. One result a student; `changeId` is what undoing takes back.
 */
export async function setStudentStatus(
  actor: OrganizationActor,
  { ids, status, since, ...more }: SetStudentStatusInput,
): Promise<{ results: StatusResult[] }> {
  return inOrganization(actor, async (tx) => {
    const rows = await lockStudents(tx, ids);
    if (rows.size === 0) throw notFound();
    const latest = await latestChanges(tx, [...rows.keys()]);
    const results = ids.map((id) => judge(id, rows.get(id), { status, since, latest: latest.get(id) }));
    const changing = results.flatMap((result) => (result.ok ? [result] : []));
    if (changing.length === 0) return { results };
    const { organizationId } = actor;
    await tx.db.insert(studentStatuses).values(
      changing.map(({ id, changeId }) => ({
        ...{ organizationId, id: changeId, studentId: id, status, since, recordedBy: actor.name },
        ...more,
      })),
    );
    await writeStatus(
      tx,
      changing.map(({ id }) => id),
      status,
    );
    await recordEvents(
      tx,
      changing.map(({ id, name }) => ({
        action: "student.status_changed",
        subject: { type: "student", id, name },
        before: { enrolment: rows.get(id)?.status },
        after: {
          enrolment: status,
          since,
          ...(more.reason !== "" && { reason: more.reason }),
          ...(more.otherSchool !== "" && { school: more.otherSchool }),
        },
      })),
    );
    return { results };
  });
}

type Wanted = { status: StudentStatus; since: string; latest: { since: string } | undefined };

function judge(id: string, row: StudentRow | undefined, { status, since, latest }: Wanted): StatusResult {
  if (!row) return { id, name: "", ok: false, code: "not_found" };
  const name = fullName(row);
  const closed = closedBy(row);
  if (closed) return { id, name, ok: false, code: closed };
  if (row.status === status) return { id, name, ok: false, code: "unchanged" };
  if (latest && since < latest.since) return { id, name, ok: false, code: "before_last" };
  return { id, name, ok: true, changeId: newId() };
}

/**
 * Takes back changes of status that are each the latest of their student: the status before holds again. Those that
 * others have followed, or that are gone, stay as they are and are told.
 */
export async function undoStudentStatus(
  actor: OrganizationActor,
  { changeIds }: { changeIds: readonly string[] },
): Promise<{ undone: number }> {
  return inOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const changes = await tx.db
      .select({ id: studentStatuses.id, studentId: studentStatuses.studentId })
      .from(studentStatuses)
      .where(
        and(eq(studentStatuses.organizationId, organizationId), inArray(studentStatuses.id, [...changeIds])),
      );
    const rows = await lockStudents(
      tx,
      changes.map(({ studentId }) => studentId),
    );
    if (rows.size === 0) throw notFound();
    const open = [...rows.values()].filter((row) => closedBy(row) === null);
    const histories = await latestTwo(
      tx,
      open.map(({ id }) => id),
    );
    const undone = open.flatMap((row) => {
      const [last, before] = histories.get(row.id) ?? [];
      return last && before && changeIds.includes(last.id) ? [{ row, last, before }] : [];
    });
    if (undone.length === 0) return { undone: 0 };
    await tx.db.delete(studentStatuses).where(
      and(
        eq(studentStatuses.organizationId, organizationId),
        inArray(
          studentStatuses.id,
          undone.map(({ last }) => last.id),
        ),
      ),
    );
    for (const status of new Set(undone.map(({ before }) => before.status)))
      await writeStatus(
        tx,
        undone.flatMap(({ row, before }) => (before.status === status ? [row.id] : [])),
        status,
      );
    await recordEvents(
      tx,
      undone.map(({ row, before }) => ({
        action: "student.status_undone",
        subject: { type: "student", id: row.id, name: fullName(row) },
        before: { enrolment: row.status },
        after: { enrolment: before.status },
      })),
    );
    return { undone: undone.length };
  });
}

async function writeStatus(tx: TenantTx, ids: readonly string[], status: StudentStatus): Promise<void> {
  await tx.db
    .update(students)
    .set({ status, updatedAt: new Date() })
    .where(and(eq(students.organizationId, tx.actor.organizationId), inArray(students.id, [...ids])));
}

type Change = { id: string; since: string; status: StudentStatus };

async function latestChanges(tx: TenantTx, ids: readonly string[]): Promise<Map<string, Change>> {
  const histories = await latestTwo(tx, ids);
  return new Map([...histories].flatMap(([id, [last]]) => (last ? [[id, last]] : [])));
}

/** The last change of each student and the one before, the last first. */
async function latestTwo(tx: TenantTx, ids: readonly string[]): Promise<Map<string, Change[]>> {
  if (ids.length === 0) return new Map();
  const { id, studentId, since, status, organizationId } = studentStatuses;
  const ranked = tx.db.$with("ranked").as(
    tx.db
      .select({
        ...{ id, studentId, since, status },
        rank: sql<number>`row_number() over (partition by ${studentId} order by ${since} desc, ${id} desc)`.as(
          "rank",
        ),
      })
      .from(studentStatuses)
      .where(and(eq(organizationId, tx.actor.organizationId), inArray(studentId, [...ids]))),
  );
  const rows = await tx.db
    .with(ranked)
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= 2`)
    .orderBy(ranked.studentId, ranked.rank);
  const found = new Map<string, Change[]>();
  for (const row of rows) found.set(row.studentId, [...(found.get(row.studentId) ?? []), row]);
  return found;
}

const MAX_CHANGES = 100;

/** How a student's enrolment status came to be, the newest first. */
export function readStatuses(tx: TenantTx, studentId: string) {
  return tx.db
    .select({
      id: studentStatuses.id,
      status: studentStatuses.status,
      since: studentStatuses.since,
      reason: studentStatuses.reason,
      otherSchool: studentStatuses.otherSchool,
      otherSchoolCode: studentStatuses.otherSchoolCode,
      recordedBy: studentStatuses.recordedBy,
    })
    .from(studentStatuses)
    .where(
      and(
        eq(studentStatuses.organizationId, tx.actor.organizationId),
        eq(studentStatuses.studentId, studentId),
      ),
    )
    .orderBy(desc(studentStatuses.since), desc(studentStatuses.id))
    .limit(MAX_CHANGES);
}
