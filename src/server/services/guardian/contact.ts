import { and, eq } from "drizzle-orm";
import { studentGuardians } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { fullName } from "@/domain/student-list";
import { recordEvents } from "../audit";
import { lockLink } from "./policies";

/** Makes this guardian the one whom the school calls first, in the place of who was. */
export async function setPrimaryContact(
  actor: OrganizationActor,
  { linkId }: { linkId: string },
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, link, guardian } = await lockLink(tx, linkId);
    if (link.isPrimaryContact) return;
    await makePrimary(tx, student.id, linkId);
    await recordEvents(tx, [
      {
        action: "student.contact_changed",
        subject: { type: "student", id: student.id, name: fullName(student) },
        after: { guardian: { id: guardian.id, name: fullName(guardian) } },
      },
    ]);
  });
}

/** The student's row must be locked: there is one primary contact, and it changes in two steps. */
export async function makePrimary(tx: TenantTx, studentId: string, linkId: string): Promise<void> {
  const ofStudent = and(
    eq(studentGuardians.organizationId, tx.actor.organizationId),
    eq(studentGuardians.studentId, studentId),
  );
  const updatedAt = new Date();
  await tx.db
    .update(studentGuardians)
    .set({ isPrimaryContact: false, updatedAt })
    .where(and(ofStudent, eq(studentGuardians.isPrimaryContact, true)));
  await tx.db
    .update(studentGuardians)
    .set({ isPrimaryContact: true, updatedAt })
    .where(and(ofStudent, eq(studentGuardians.id, linkId)));
}
