import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { mayGiveRole } from "@/domain/roles";
import type { SetUserRoleInput, UserResult } from "@/domain/user";
import { recordEvents } from "../audit";
import { releaseCoaches } from "../class";
import { coachedBy, judgeChange, lockMembers, rowsOf } from "./change-users";

/** Gives each person the role, one result a person. Who becomes a student or a parent coaches no class any longer. */
export async function setUserRole(
  actor: OrganizationActor,
  { ids, role }: SetUserRoleInput,
): Promise<UserResult[]> {
  return inOrganization(actor, async (tx) => {
    const { results, changed } = judgeChange(tx, ids, await lockMembers(tx, ids), {
      takesAdminAway: role !== "ORG_ADMIN",
      refuse: (member) => {
        if (!mayGiveRole(actor.role, role)) return "role_not_allowed";
        return member.role === role ? "unchanged" : undefined;
      },
    });
    if (changed.length === 0) return results;
    await tx.db.update(users).set({ role, updatedAt: new Date() }).where(rowsOf(tx, changed));
    const changedIds = changed.map(({ id }) => id);
    const released = role === "STUDENT" || role === "PARENT" ? await releaseCoaches(tx, changedIds) : [];
    await recordEvents(
      tx,
      changed.map((member) => ({
        action: "user.role_changed",
        subject: { type: "user", id: member.id, name: member.name },
        before: { role: member.role, coached: coachedBy(member, released) },
        after: { role },
      })),
    );
    return results;
  });
}
