import { and, eq } from "drizzle-orm";
import { authorizedPersons } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { SaveAuthorizedInput } from "@/domain/guardian";
import { fullName } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { lockStudent } from "../student";

/** Writes who, besides the guardians, may pick the student up: the person of that place, in place of who was. */
export async function saveAuthorized(
  actor: OrganizationActor,
  { studentId, place, ...person }: SaveAuthorizedInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const student = await lockStudent(tx, studentId);
    const { organizationId } = actor;
    const [before] = await tx.db
      .select()
      .from(authorizedPersons)
      .where(
        and(
          eq(authorizedPersons.organizationId, organizationId),
          eq(authorizedPersons.studentId, studentId),
          eq(authorizedPersons.place, place),
        ),
      );
    const [saved] = await tx.db
      .insert(authorizedPersons)
      .values({ organizationId, id: newId(), studentId, place, ...person })
      .onConflictDoUpdate({
        target: [authorizedPersons.organizationId, authorizedPersons.studentId, authorizedPersons.place],
        set: { ...person, updatedAt: new Date() },
      })
      .returning({ id: authorizedPersons.id });
    await recordEvents(tx, [
      {
        action: "student.authorized_saved",
        subject: { type: "student", id: studentId, name: fullName(student) },
        ...(before && { before: only(before) }),
        after: only(person),
      },
    ]);
    return { id: saved?.id ?? "" };
  });
}

/** Takes somebody off those who may pick the student up. */
export async function removeAuthorized(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const ofId = and(
      eq(authorizedPersons.organizationId, actor.organizationId),
      eq(authorizedPersons.id, id),
    );
    const [found] = await tx.db.select().from(authorizedPersons).where(ofId);
    if (!found) throw notFound();
    const student = await lockStudent(tx, found.studentId);
    const [removed] = await tx.db.delete(authorizedPersons).where(ofId).returning();
    if (!removed) throw notFound();
    await recordEvents(tx, [
      {
        action: "student.authorized_removed",
        subject: { type: "student", id: student.id, name: fullName(student) },
        before: only(removed),
      },
    ]);
  });
}

type Person = Omit<SaveAuthorizedInput, "studentId" | "place">;

/** What the log tells of the person, the name as one. */
function only(person: Person) {
  const { relationship, cedula, mobilePhone, homePhone, email, notes } = person;
  return { name: fullName(person), relationship, cedula, mobilePhone, homePhone, email, notes };
}
