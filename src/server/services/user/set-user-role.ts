import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { can } from "@/domain/permissions";
import { mayGiveRole } from "@/domain/roles";
import type { SetUserRoleInput, UserResult } from "@/domain/user";
import { undoableSince } from "@/lib/duration";
import { recordEvents } from "../audit";
import { resumeCoaching, stopCoaching } from "../class";
import { notify } from "../notification";
import { coachedBy, judgeChange, lockMembers, type Member, rowsOf } from "./change-users";
import { lastEvents, takenClasses } from "./undo";

/**
 * Gives each person the role, one result a person. Who becomes a student or a parent coaches no class any longer; who
 * becomes a coach again within 30 days gets back the classes that it cost them.
 */
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
    const mayCoach = can(role, "class:manage-own");
    const released = mayCoach ? [] : await stopCoaching(tx, changedIds);
    if (mayCoach) await giveClassesBack(tx, changed);
    await recordEvents(
      tx,
      changed.map((member) => ({
        action: "user.role_changed",
        subject: { type: "user", id: member.id, name: member.name },
        before: { role: member.role, coached: coachedBy(member, released) },
        after: { role },
      })),
    );
    await notify(
      tx,
      changedIds.map((userId) => ({ userId, notice: { kind: "membership", became: role } })),
    );
    return results;
  });
}

async function giveClassesBack(tx: TenantTx, changed: readonly Member[]): Promise<void> {
  const returning = changed.filter((member) => !can(member.role, "class:manage-own")).map(({ id }) => id);
  const changes = await lastEvents(tx, returning, ["user.role_changed"]);
  const coached = [...changes].flatMap(([id, { before, createdAt }]) =>
    createdAt > undoableSince() ? takenClasses(id, before).coached : [],
  );
  await resumeCoaching(tx, coached);
}
