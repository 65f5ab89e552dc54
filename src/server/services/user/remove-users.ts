import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { UserIdsInput, UserResult } from "@/domain/user";
import { recordEvents } from "../audit";
import { coachedClasses, enrolledClasses, type FormerStudent, foretellLeads, leaveClasses } from "../class";
import { coachedBy, judgeChange, type LockedMembers, lockMembers, type Member, rowsOf } from "./change-users";

/** What removing these people would do to classes, before it is done. */
export async function previewRemoval(actor: OrganizationActor, { ids }: UserIdsInput) {
  return inOrganization(actor, async (tx) => {
    const { results, changed } = judgeRemoval(tx, ids, await lockMembers(tx, ids));
    const going = changed.map(({ id }) => id);
    const [coached, enrolled, leads] = await Promise.all([
      coachedClasses(tx, going),
      enrolledClasses(tx, going),
      foretellLeads(tx, going),
    ]);
    return { results, coachedCount: coached.length, enrolledCount: enrolled.length, ...leads };
  });
}

/**
 * Closes the people's membership: they leave their classes, their history stays, and `restoreUsers` brings them back.
 * One result a person.
 */
export async function removeUsers(actor: OrganizationActor, { ids }: UserIdsInput): Promise<UserResult[]> {
  return inOrganization(actor, async (tx) => {
    const { results, changed } = judgeRemoval(tx, ids, await lockMembers(tx, ids));
    if (changed.length === 0) return results;
    const going = changed.map(({ id }) => id);
    const leftAt = new Date();
    const { coached, enrolled } = await leaveClasses(tx, going, leftAt);
    await tx.db.update(users).set({ leftAt, updatedAt: leftAt }).where(rowsOf(tx, changed));
    await recordEvents(
      tx,
      changed.map((member) => ({
        action: "user.removed",
        subject: { type: "user", id: member.id, name: member.name },
        before: {
          role: member.role,
          status: member.status,
          coached: coachedBy(member, coached),
          enrolled: placesOf(member, enrolled, "seat").map(({ classId }) => classId),
          waited: placesOf(member, enrolled, "waiting").map(({ userId: _userId, ...place }) => place),
        },
      })),
    );
    return results;
  });
}

function placesOf(
  { id }: Member,
  places: readonly FormerStudent[],
  kind: "seat" | "waiting",
): FormerStudent[] {
  return places.filter(
    ({ userId, waitNumber }) => userId === id && (waitNumber === null) === (kind === "seat"),
  );
}

function judgeRemoval(tx: TenantTx, ids: readonly string[], locked: LockedMembers) {
  return judgeChange(tx, ids, locked, { takesAdminAway: true, refuse: () => undefined });
}
