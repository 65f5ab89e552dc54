import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { academicYears, rollovers, sections } from "@/db/schema/tenant/academics";
import { classes } from "@/db/schema/tenant/classes";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { rolloverStudents, studentStatuses, students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { YEAR_STATES } from "@/domain/academics-list";
import type { ClassResult } from "@/domain/class-list";
import { fullName } from "@/domain/student-list";
import { oneOf } from "@/lib/one-of";
import { DomainError } from "@/server/errors";
import { makeCurrent } from "../academics";
import { recordEvents } from "../audit";
import { restoreClassesIn } from "../class";
import { judgeUndo, type RolloverRow, readRollover, undoRefusal } from "./judge-undo";
import { readYear } from "./read-year";

/** Of those of whom something is kept, so many by name. */
const NAMED = 200;

/** What taking the rollover back would do, or why it cannot be taken back. Throws NOT_FOUND. */
export async function previewUndo(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const row = await readRollover(tx, id);
    const refusal = (await undoRefusal(tx, row)) ?? null;
    const { back, kept } = await judgeUndo(tx, row);
    return { refusal, back: back.length, keptCount: kept.length, kept: kept.slice(0, NAMED) };
  });
}

/**
 * Takes a rollover back: the students go where they were, but those of whom something was edited since, which is kept and
 * named; their classes come back, the old year opens, and what the new one was given goes where it is empty. Throws
 * CONFLICT `rollovers.undone`, `rollovers.followed` or `rollovers.year_closed` where it can no longer be done.
 */
export async function undoRollover(actor: OrganizationActor, { id }: { id: string }) {
  return inOrganization(actor, async (tx) => {
    const row = await readRollover(tx, id, { lock: true });
    const refusal = await undoRefusal(tx, row);
    if (refusal === "undone") throw new DomainError("conflict", "rollovers.undone");
    if (refusal === "followed") throw new DomainError("conflict", "rollovers.followed");
    if (refusal === "year_closed") throw new DomainError("conflict", "rollovers.yearClosed");
    const from = await readYear(tx, row.fromYearId, { lock: true });
    const to = await readYear(tx, row.toYearId, { lock: true });
    const { back, kept, edited } = await judgeUndo(tx, row, { lock: true });
    await putBack(tx, row, { ids: back.map(({ studentId }) => studentId), edited });
    await turnYears(tx, row, { from, to });
    const classResults = await restoreClassesOf(tx, row);
    const sectionCount = await removeEmptySections(tx, row);
    const { organizationId } = actor;
    await tx.db
      .update(rollovers)
      .set({ undoneAt: new Date() })
      .where(and(eq(rollovers.organizationId, organizationId), eq(rollovers.id, id)));
    await recordEvents(tx, [
      {
        action: "rollover.undone",
        subject: { type: "rollover", id, name: `${from.name} → ${to.name}` },
        before: { year: to.name },
        after: {
          ...{ year: from.name, count: back.length, kept: kept.length },
          classes: classResults.filter(({ ok }) => ok).length,
        },
      },
      ...back.map(({ studentId, student }) => ({
        action: "student.rollover_undone",
        subject: { type: "student", id: studentId, name: fullName(student) },
        before: { year: to.name },
        after: { year: from.name },
      })),
    ]);
    return {
      ...{ back: back.length, keptCount: kept.length, kept: kept.slice(0, NAMED), sectionCount },
      classes: classResults.filter(({ ok }) => !ok),
    };
  });
}

async function putBack(
  tx: TenantTx,
  { id: rolloverId }: RolloverRow,
  { ids, edited }: { ids: readonly string[]; edited: ReadonlySet<string> },
): Promise<void> {
  if (ids.length === 0) return;
  const { organizationId } = tx.actor;
  // One parameter, however many: PostgreSQL takes 65,535.
  const going = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
  const kept = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify([...edited])}::jsonb))`;
  const notes = sql`n.organization_id = ${organizationId} and n.rollover_id = ${rolloverId} and n.student_id in ${going}`;
  await tx.db.execute(sql`
    update ${students} s set year_id = (n.before ->> 'yearId')::uuid, grade_id = (n.before ->> 'gradeId')::uuid,
      section_id = (n.before ->> 'sectionId')::uuid, list_number = (n.before ->> 'listNumber')::int,
      status = n.before ->> 'status', updated_at = now()
    from ${rolloverStudents} n
    where ${notes} and s.organization_id = n.organization_id and s.id = n.student_id`);
  await tx.db.execute(sql`
    delete from ${studentStatuses} c using ${rolloverStudents} n
    where ${notes} and n.after ? 'statusId' and c.organization_id = n.organization_id
      and c.id = (n.after ->> 'statusId')::uuid`);
  await tx.db.execute(sql`
    delete from ${academicRecords} r using ${rolloverStudents} n
    where ${notes} and n.after ? 'recordId' and r.organization_id = n.organization_id
      and r.id = (n.after ->> 'recordId')::uuid and r.id not in ${kept}`);
  await tx.db.execute(sql`
    update ${academicRecords} r set result = 'in_progress', rollover_id = null, updated_at = now()
    from ${rolloverStudents} n
    where ${notes} and n.before ? 'recordId' and r.organization_id = n.organization_id
      and r.id = (n.before ->> 'recordId')::uuid and r.id not in ${kept}`);
}

type Years = Record<"from" | "to", Awaited<ReturnType<typeof readYear>>>;

/** The old year opens again, and the year that was current before is so once more. */
async function turnYears(tx: TenantTx, { made }: RolloverRow, { from, to }: Years): Promise<void> {
  const { organizationId } = tx.actor;
  const state = (key: string) => oneOf(YEAR_STATES, made[key]?.[0]) ?? "open";
  const set = (id: string, values: Partial<typeof academicYears.$inferInsert>) =>
    tx.db
      .update(academicYears)
      .set({ ...values, updatedAt: new Date() })
      .where(and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, id)));
  await set(from.id, { state: state("fromState") });
  await recordEvents(tx, [
    { action: "year.reopened", subject: { type: "year", id: from.id, name: from.name } },
  ]);
  const [current] = made.current ?? [];
  // Another year may have been made the current one since.
  if (to.isCurrent && current === from.id) await makeCurrent(tx, from);
  const [stays] = await tx.db
    .select({ isCurrent: academicYears.isCurrent })
    .from(academicYears)
    .where(and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, to.id)));
  if (stays && !stays.isCurrent) await set(to.id, { state: state("toState") });
}

async function restoreClassesOf(tx: TenantTx, { made }: RolloverRow): Promise<ClassResult[]> {
  const { organizationId } = tx.actor;
  const ids = made.classes ?? [];
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select({ id: classes.id })
    .from(classes)
    .where(
      and(
        eq(classes.organizationId, organizationId),
        inArray(classes.id, ids),
        eq(classes.state, "archived"),
      ),
    );
  if (rows.length === 0) return [];
  return restoreClassesIn(tx, { ids: rows.map(({ id }) => id) });
}

/** Sections that the rollover made and that nobody is in, nor anything of: how many went. */
async function removeEmptySections(tx: TenantTx, { made }: RolloverRow): Promise<number> {
  const { organizationId } = tx.actor;
  const ids = made.sections ?? [];
  if (ids.length === 0) return 0;
  const ofThem = and(eq(sections.organizationId, organizationId), inArray(sections.id, ids));
  await tx.db.select({ id: sections.id }).from(sections).where(ofThem).orderBy(sections.id).for("update");
  const used = (table: typeof students | typeof classes) =>
    tx.db
      .select({ one: sql`1` })
      .from(table)
      .where(and(eq(table.organizationId, organizationId), eq(table.sectionId, sections.id)));
  const gone = await tx.db
    .delete(sections)
    .where(and(ofThem, notExists(used(students)), notExists(used(classes))))
    .returning({ id: sections.id });
  return gone.length;
}
