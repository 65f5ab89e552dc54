import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { UserStatus } from "@/domain/roles";
import type { UserIdsInput, UserResult } from "@/domain/user";
import { recordEvents } from "../audit";
import { notify } from "../notification";
import { judgeChange, lockMembers, rowsOf } from "./change-users";

/** Shuts people out from their next request on; nothing of theirs is lost. One result a person. */
export async function suspendUsers(actor: OrganizationActor, { ids }: UserIdsInput): Promise<UserResult[]> {
  return setStatus(actor, ids, "suspended");
}

/** Lets suspended people in again. One result a person. */
export async function reactivateUsers(
  actor: OrganizationActor,
  { ids }: UserIdsInput,
): Promise<UserResult[]> {
  return setStatus(actor, ids, "active");
}

async function setStatus(actor: OrganizationActor, ids: string[], status: UserStatus): Promise<UserResult[]> {
  return inOrganization(actor, async (tx) => {
    const { results, changed } = judgeChange(tx, ids, await lockMembers(tx, ids), {
      takesAdminAway: status === "suspended",
      refuse: (member) => (member.status === status ? "unchanged" : undefined),
    });
    if (changed.length === 0) return results;
    await tx.db.update(users).set({ status, updatedAt: new Date() }).where(rowsOf(tx, changed));
    await recordEvents(
      tx,
      changed.map((member) => ({
        action: status === "suspended" ? "user.suspended" : "user.reactivated",
        subject: { type: "user", id: member.id, name: member.name },
        before: { status: member.status },
        after: { status },
      })),
    );
    await notify(
      tx,
      changed.map(({ id: userId }) => ({ userId, notice: { kind: "membership", became: status } })),
    );
    return results;
  });
}
