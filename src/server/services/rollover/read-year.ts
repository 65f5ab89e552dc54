import { and, asc, eq, isNull } from "drizzle-orm";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { classes } from "@/db/schema/tenant/classes";
import { students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { MAX_ROLLED_STUDENTS } from "@/domain/rollover-list";
import { DomainError, notFound } from "@/server/errors";
import type { OldYear } from "./plan";

export type YearRow = typeof academicYears.$inferSelect;

/** The year; locked, where it is to change. Throws NOT_FOUND. */
export async function readYear(tx: TenantTx, id: string, { lock = false } = {}): Promise<YearRow> {
  const query = tx.db
    .select()
    .from(academicYears)
    .where(and(eq(academicYears.organizationId, tx.actor.organizationId), eq(academicYears.id, id)))
    .$dynamic();
  const [year] = await (lock ? query.for("no key update") : query);
  if (!year) throw notFound();
  return year;
}

/**
 * Grades, sections and students of a year; the students locked, where they are to move. Throws CONFLICT for more of them
 * than one act moves.
 */
export async function readOldYear(
  tx: TenantTx,
  yearId: string,
  { lock = false } = {},
): Promise<OldYear & { classIds: string[] }> {
  const { organizationId } = tx.actor;
  const found = tx.db
    .select({
      id: students.id,
      firstNames: students.firstNames,
      lastNames: students.lastNames,
      gradeId: students.gradeId,
      sectionId: students.sectionId,
      listNumber: students.listNumber,
      status: students.status,
      lockedAt: students.lockedAt,
    })
    .from(students)
    .where(
      and(
        eq(students.organizationId, organizationId),
        eq(students.yearId, yearId),
        isNull(students.mergedIntoId),
      ),
    )
    .orderBy(asc(students.id))
    .limit(MAX_ROLLED_STUDENTS + 1)
    .$dynamic();
  const [inUse, ofYear, people, taught] = await Promise.all([
    tx.db
      .select({ id: grades.id, name: grades.name })
      .from(grades)
      .where(and(eq(grades.organizationId, organizationId), isNull(grades.archivedAt)))
      .orderBy(asc(grades.position), asc(grades.id)),
    tx.db
      .select({
        id: sections.id,
        gradeId: sections.gradeId,
        name: sections.name,
        capacity: sections.capacity,
        guideUserId: sections.guideUserId,
      })
      .from(sections)
      .where(and(eq(sections.organizationId, organizationId), eq(sections.yearId, yearId)))
      .orderBy(asc(sections.name), asc(sections.id)),
    lock ? found.for("no key update") : found,
    tx.db
      .select({ id: classes.id })
      .from(classes)
      .where(
        and(
          eq(classes.organizationId, organizationId),
          eq(classes.yearId, yearId),
          eq(classes.state, "active"),
        ),
      )
      .orderBy(asc(classes.id)),
  ]);
  if (people.length > MAX_ROLLED_STUDENTS)
    throw new DomainError("conflict", "rollovers.tooManyStudents", { values: { max: MAX_ROLLED_STUDENTS } });
  return { grades: inUse, sections: ofYear, students: people, classIds: taught.map(({ id }) => id) };
}
