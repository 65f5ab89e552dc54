import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { organizationHeadcounts, organizationUsage } from "@/db/schema/core/usage";
import { academicYears, grades } from "@/db/schema/tenant/academics";
import { students } from "@/db/schema/tenant/students";
import { type Actor, onPlatform, type PlatformTx, type TenantTx } from "@/db/scope";
import { GRADE_LEVELS, type GradeLevel } from "@/domain/academics-list";
import { AGE_BANDS, ageBandOf } from "@/domain/age-bands";
import { GENDERS } from "@/domain/student-list";
import { recordPlatformEvents } from "../audit";

/**
 * Counts who attends the school of the transaction by level, gender and age, and writes it down anew. The caller holds the
 * row of the school's usage, so that two counts at once do not meet.
 */
export async function writeHeadcounts(tx: TenantTx): Promise<void> {
  const { organizationId } = tx.actor;
  const level = sql<GradeLevel>`coalesce(${grades.level}, 'other')`;
  // By 31 December everybody has had the year's birthday: as `matriculaAge` counts.
  const begins = sql`coalesce(extract(year from ${academicYears.startsOn}), extract(year from now()))`;
  const age = sql<number>`(${begins} - extract(year from ${students.birthDate}))::int`;
  const counted = await tx.db
    .select({ level, gender: students.gender, age, students: sql<number>`count(*)::int` })
    .from(students)
    .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, students.gradeId)))
    .leftJoin(
      academicYears,
      and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, students.yearId)),
    )
    .where(
      and(
        eq(students.organizationId, organizationId),
        isNull(students.mergedIntoId),
        sql`${students.status} = 'active'`,
      ),
    )
    .groupBy(sql`1`, students.gender, sql`3`);
  await tx.db.delete(organizationHeadcounts).where(eq(organizationHeadcounts.organizationId, organizationId));
  if (counted.length > 0)
    await tx.db.insert(organizationHeadcounts).values(counted.map((row) => ({ organizationId, ...row })));
}

const ofSchool = eq(organizations.id, organizationHeadcounts.organizationId);
const isThere = isNull(organizations.deletedAt);

/** Who attends the schools of the platform, as each was last counted. */
export async function readEnrollment(tx: PlatformTx) {
  const rows = await tx.db
    .select({
      level: organizationHeadcounts.level,
      gender: organizationHeadcounts.gender,
      age: organizationHeadcounts.age,
      students: sql<number>`sum(${organizationHeadcounts.students})::int`,
    })
    .from(organizationHeadcounts)
    .innerJoin(organizations, ofSchool)
    .where(isThere)
    .groupBy(organizationHeadcounts.level, organizationHeadcounts.gender, organizationHeadcounts.age);
  const sum = (test: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(test).reduce((all, row) => all + row.students, 0);
  return {
    students: sum(() => true),
    byLevel: GRADE_LEVELS.map((level) => ({ level, students: sum((row) => row.level === level) })),
    byGender: GENDERS.map((gender) => ({ gender, students: sum((row) => row.gender === gender) })),
    byAge: AGE_BANDS.map(({ key }) => ({ band: key, students: sum((row) => ageBandOf(row.age) === key) })),
  };
}

/** Some thousand schools, each with some dozens of rows. */
const MAX_EXPORTED = 200_000;

/** Who attends each school, by level, gender and age, as it was last counted; who took it out is recorded. */
export async function exportEnrollment(actor: Actor) {
  return onPlatform(actor, async (tx) => {
    const rows = await tx.db
      .select({
        school: organizations.name,
        slug: organizations.slug,
        level: organizationHeadcounts.level,
        gender: organizationHeadcounts.gender,
        age: organizationHeadcounts.age,
        students: organizationHeadcounts.students,
        measuredAt: organizationUsage.measuredAt,
      })
      .from(organizationHeadcounts)
      .innerJoin(organizations, ofSchool)
      .innerJoin(organizationUsage, eq(organizationUsage.organizationId, organizations.id))
      .where(isThere)
      .orderBy(
        asc(organizations.name),
        asc(organizations.id),
        sql`array_position(array[${sql.join(
          GRADE_LEVELS.map((level) => sql`${level}`),
          sql`, `,
        )}]::text[], ${organizationHeadcounts.level})`,
        asc(organizationHeadcounts.gender),
        asc(organizationHeadcounts.age),
      )
      .limit(MAX_EXPORTED);
    await recordPlatformEvents(tx, null, [
      {
        action: "platform.enrollment_exported",
        subject: { type: "platform" },
        after: { count: new Set(rows.map(({ slug }) => slug)).size },
      },
    ]);
    return rows;
  });
}
