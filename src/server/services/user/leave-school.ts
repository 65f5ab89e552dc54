import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { LeaveSchoolInput } from "@/domain/organization";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { leaveClasses } from "../class";
import { coachedBy, rowsOf } from "./change-users";
import { confirmSchool, lockOwnAdmin } from "./own-school";

/**
 * Closes the caller's own membership as an admin of the school; the classes that they lead go to the coach who has been
 * there longest, else to another admin. Throws CONFLICT for the only active one.
 */
export async function leaveSchool(actor: OrganizationActor, { confirm }: LeaveSchoolInput): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const { self, members } = await lockOwnAdmin(tx);
    await confirmSchool(tx, confirm);
    if (members.admins.size === 1 && members.admins.has(self.id))
      throw new DomainError("conflict", "user.lastAdmin");
    const leftAt = new Date();
    const { coached } = await leaveClasses(tx, [self.id], leftAt);
    await tx.db
      .update(users)
      .set({ leftAt, updatedAt: leftAt })
      .where(rowsOf(tx, [self]));
    await recordEvents(tx, [
      {
        action: "user.left_school",
        subject: { type: "user", id: self.id, name: self.name },
        before: { role: self.role, coached: coachedBy(self, coached) },
      },
    ]);
  });
}
