import { and, eq, isNull, sql } from "drizzle-orm";
import { rollovers } from "@/db/schema/tenant/academics";
import { rolloverStudents, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";

export type StudentCounts = {
  sections: Map<string, number>;
  /** By grade: who is in no section of it. */
  unplaced: Map<string, number>;
};

/**
 * How many active students the year has, by section and, where they are in none, by grade; of a year that has been
 * rolled over, those whom the rollover found there.
 */
export async function countStudents(tx: TenantTx, yearId: string): Promise<StudentCounts> {
  const { organizationId } = tx.actor;
  const before = (field: string) =>
    sql<string | null>`(${rolloverStudents.before} ->> ${sql.raw(`'${field}'`)})::uuid`;
  const count = sql<number>`count(*)::int`;
  const [present, former] = await Promise.all([
    tx.db
      .select({ gradeId: students.gradeId, sectionId: students.sectionId, count })
      .from(students)
      .where(
        and(
          eq(students.organizationId, organizationId),
          eq(students.yearId, yearId),
          eq(students.status, "active"),
          isNull(students.mergedIntoId),
        ),
      )
      .groupBy(students.gradeId, students.sectionId),
    tx.db
      .select({ gradeId: before("gradeId"), sectionId: before("sectionId"), count })
      .from(rolloverStudents)
      .innerJoin(
        rollovers,
        and(
          eq(rollovers.organizationId, rolloverStudents.organizationId),
          eq(rollovers.id, rolloverStudents.rolloverId),
        ),
      )
      .where(
        and(
          eq(rolloverStudents.organizationId, organizationId),
          eq(rollovers.fromYearId, yearId),
          isNull(rollovers.undoneAt),
          sql`${rolloverStudents.outcome} <> 'left_out'`,
        ),
      )
      .groupBy(sql`1`, sql`2`),
  ]);
  const counts: StudentCounts = { sections: new Map(), unplaced: new Map() };
  for (const row of [...present, ...former]) {
    const [map, key] = row.sectionId ? [counts.sections, row.sectionId] : [counts.unplaced, row.gradeId];
    if (key) map.set(key, (map.get(key) ?? 0) + row.count);
  }
  return counts;
}
