import { and, eq } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import type { Role } from "@/domain/roles";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { asOperator } from "./operator";
import { addPerson, type TestPerson, type TestSchool } from "./schools";

/** One more member of the school. */
export function addMember(
  operatorUrl: string,
  school: TestSchool,
  given: { role: Role; name?: string },
): Promise<TestPerson> {
  return asOperator(operatorUrl, (tx) => addPerson(tx, school.id, given));
}

/** One more class of the school. */
export async function addClass(
  operatorUrl: string,
  school: TestSchool,
  { name, state = "active" }: { name: string; state?: "active" | "archived" },
): Promise<string> {
  const id = newId();
  await asOperator(operatorUrl, async (tx) => {
    await tx.enterPlacement(school.placement);
    await tx.db
      .insert(classes)
      .values({ organizationId: school.id, id, name, sortKey: sortKey(name), state });
  });
  return id;
}

/** The membership as it is stored. */
export async function memberRow(operatorUrl: string, { id }: { id: string }) {
  const [row] = await asOperator(operatorUrl, ({ db }) => db.select().from(users).where(eq(users.id, id)));
  if (!row) throw new Error("no such member");
  return row;
}

/** What the school's log tells of a subject, oldest first. */
export function eventsAbout(operatorUrl: string, school: TestSchool, subjectId: string) {
  return asOperator(operatorUrl, ({ db }) =>
    db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.organizationId, school.id), eq(auditEvents.subjectId, subjectId)))
      .orderBy(auditEvents.createdAt, auditEvents.id),
  );
}

/** Whom a class has: coaches with who leads, and students with the state of their enrolment. */
export function rosterOf(operatorUrl: string, school: TestSchool, classId: string) {
  return asOperator(operatorUrl, async (tx) => {
    await tx.enterPlacement(school.placement);
    const coaches = await tx.db
      .select({ userId: classCoaches.userId, isLead: classCoaches.isLead })
      .from(classCoaches)
      .where(and(eq(classCoaches.organizationId, school.id), eq(classCoaches.classId, classId)));
    const students = await tx.db
      .select({ userId: enrollments.userId, state: enrollments.state })
      .from(enrollments)
      .where(and(eq(enrollments.organizationId, school.id), eq(enrollments.classId, classId)));
    return { coaches, students };
  });
}
