import { and, desc, eq, sql } from "drizzle-orm";
import { vaccinations } from "@/db/schema/tenant/student-records";
import { healthRecords, students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { MAX_VACCINATIONS } from "@/domain/health-list";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { requireStudent, subjectOf } from "../student";
import { healthColumns, NOTHING_KNOWN, ofStudent } from "./queries";

// Each of these reads and says so in one transaction: a database that takes no event shows no health.

/**
 * All that is known of a student's health, for the school's administrators and for the family of the child. The reading
 * is recorded.
 */
export async function getHealth(actor: OrganizationActor, { studentId }: { studentId: string }) {
  return inOrganization(actor, async (tx) => {
    const student = await requireStudent(tx, studentId);
    const [[record], given] = await Promise.all([
      tx.db
        .select({ ...healthColumns, updatedAt: healthRecords.updatedAt })
        .from(healthRecords)
        .where(ofStudent(tx, studentId)),
      readVaccinations(tx, studentId),
    ]);
    await recordEvents(tx, [{ action: "health.read", subject: subjectOf(student) }]);
    return { ...(record ?? { ...NOTHING_KNOWN, updatedAt: null }), vaccinations: given };
  });
}

/**
 * What those who have a student in their care must know: allergies, and what to do in an emergency. The reading is
 * recorded.
 */
export async function getCare(actor: OrganizationActor, { studentId }: { studentId: string }) {
  return inOrganization(actor, async (tx) => {
    const student = await requireStudent(tx, studentId);
    const [record] = await tx.db
      .select({ allergies: healthRecords.allergies, emergencyNotes: healthRecords.emergencyNotes })
      .from(healthRecords)
      .where(ofStudent(tx, studentId));
    await recordEvents(tx, [{ action: "health.care_read", subject: subjectOf(student) }]);
    return record ?? { allergies: "", emergencyNotes: "" };
  });
}

/** A student's own blood type and allergies. The reading is recorded. */
export async function getOwnHealth(actor: OrganizationActor) {
  return inOrganization(actor, async (tx) => {
    const [student] = await tx.db
      .select()
      .from(students)
      .where(
        and(
          eq(students.organizationId, actor.organizationId),
          actor.userId === null ? sql`false` : eq(students.userId, actor.userId),
          sql`${students.mergedIntoId} is null`,
        ),
      );
    if (!student) throw notFound();
    const [record] = await tx.db
      .select({ bloodType: healthRecords.bloodType, allergies: healthRecords.allergies })
      .from(healthRecords)
      .where(ofStudent(tx, student.id));
    await recordEvents(tx, [{ action: "health.own_read", subject: subjectOf(student) }]);
    return record ?? { bloodType: null, allergies: "" };
  });
}

function readVaccinations(tx: TenantTx, studentId: string) {
  return tx.db
    .select({
      id: vaccinations.id,
      vaccine: vaccinations.vaccine,
      dose: vaccinations.dose,
      givenOn: vaccinations.givenOn,
      notes: vaccinations.notes,
    })
    .from(vaccinations)
    .where(
      and(eq(vaccinations.organizationId, tx.actor.organizationId), eq(vaccinations.studentId, studentId)),
    )
    .orderBy(sql`${vaccinations.givenOn} desc nulls last`, desc(vaccinations.id))
    .limit(MAX_VACCINATIONS);
}
