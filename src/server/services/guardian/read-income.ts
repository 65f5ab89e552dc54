import { and, asc, eq, sql } from "drizzle-orm";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { fullName } from "@/domain/student-list";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";

/** What a person earns in a month, and what the forms of their children say otherwise. Who reads it is recorded. */
export async function readIncome(actor: OrganizationActor, { id }: { id: string }) {
  return inOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [[guardian], declared] = await Promise.all([
      tx.db
        .select({
          firstNames: guardians.firstNames,
          lastNames: guardians.lastNames,
          monthlyIncome: guardians.monthlyIncome,
        })
        .from(guardians)
        .where(and(eq(guardians.organizationId, organizationId), eq(guardians.id, id))),
      tx.db
        .select({
          studentId: students.id,
          firstNames: students.firstNames,
          lastNames: students.lastNames,
          monthlyIncome: sql<number>`(${studentGuardians.declared} ->> 'monthlyIncome')::float8`,
        })
        .from(studentGuardians)
        .innerJoin(
          students,
          and(
            eq(students.organizationId, studentGuardians.organizationId),
            eq(students.id, studentGuardians.studentId),
          ),
        )
        .where(
          and(
            eq(studentGuardians.organizationId, organizationId),
            eq(studentGuardians.guardianId, id),
            sql`jsonb_typeof(${studentGuardians.declared} -> 'monthlyIncome') = 'number'`,
          ),
        )
        .orderBy(asc(students.sortKey), asc(students.id)),
    ]);
    if (!guardian) throw notFound();
    await recordEvents(tx, [
      { action: "guardian.income_read", subject: { type: "guardian", id, name: fullName(guardian) } },
    ]);
    return { monthlyIncome: guardian.monthlyIncome, declared };
  });
}
