import { and, eq } from "drizzle-orm";
import { studentGuardians } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { UpdateLinkInput } from "@/domain/guardian";
import { fullName, GUARDIAN_TYPES } from "@/domain/student-list";
import { recordEvents } from "../audit";
import { makePrimary } from "./contact";
import { type LinkRow, lockLink } from "./policies";

const FIELDS = ["type", "relationship", "mayPickUp"] as const;
type Tie = Pick<LinkRow, (typeof FIELDS)[number]>;

/** Changes what a guardian is to a student. Where another one has the type that is asked for, the two change places. */
export async function updateLink(
  actor: OrganizationActor,
  { linkId, ...given }: UpdateLinkInput,
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, link, links, guardian } = await lockLink(tx, linkId);
    const wanted: Tie = {
      type: given.type ?? link.type,
      relationship: given.relationship ?? link.relationship,
      mayPickUp: given.mayPickUp ?? link.mayPickUp,
    };
    const changed = FIELDS.filter((field) => wanted[field] !== link[field]);
    if (changed.length === 0) return;
    const other = links.find(({ id, type }) => id !== linkId && type === wanted.type);
    if (other) await tx.db.delete(studentGuardians).where(sameRow(tx, other.id));
    await tx.db
      .update(studentGuardians)
      .set({ ...wanted, updatedAt: new Date() })
      .where(sameRow(tx, linkId));
    // The two types are exchanged row by row, and at no moment may both rows have one.
    if (other) await tx.db.insert(studentGuardians).values({ ...other, type: link.type });
    const only = (tie: Tie) => Object.fromEntries(changed.map((field) => [field, tie[field]]));
    const named = { guardian: { id: guardian.id, name: fullName(guardian) } };
    await recordEvents(tx, [
      {
        action: "student.guardian_changed",
        subject: { type: "student", id: student.id, name: fullName(student) },
        before: { ...named, ...only(link) },
        after: { ...named, ...only(wanted) },
      },
    ]);
  });
}

/**
 * Unties a guardian from a student; the person stays in the school's records. Was it whom the school calls first, the
 * next one in order becomes it.
 */
export async function removeGuardian(
  actor: OrganizationActor,
  { linkId }: { linkId: string },
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { student, link, links, guardian } = await lockLink(tx, linkId);
    await tx.db.delete(studentGuardians).where(sameRow(tx, linkId));
    const [next] = links
      .filter(({ id }) => id !== linkId)
      .sort((one, other) => GUARDIAN_TYPES.indexOf(one.type) - GUARDIAN_TYPES.indexOf(other.type));
    if (link.isPrimaryContact && next) await makePrimary(tx, student.id, next.id);
    const [name, child] = [fullName(guardian), fullName(student)];
    await recordEvents(tx, [
      {
        action: "student.guardian_removed",
        subject: { type: "student", id: student.id, name: child },
        before: {
          guardian: { id: guardian.id, name },
          ...{ type: link.type, relationship: link.relationship, mayPickUp: link.mayPickUp },
          isPrimaryContact: link.isPrimaryContact,
        },
      },
      {
        action: "guardian.child_removed",
        subject: { type: "guardian", id: guardian.id, name },
        before: { student: { id: student.id, name: child } },
      },
    ]);
  });
}

function sameRow(tx: TenantTx, id: string) {
  return and(eq(studentGuardians.organizationId, tx.actor.organizationId), eq(studentGuardians.id, id));
}
