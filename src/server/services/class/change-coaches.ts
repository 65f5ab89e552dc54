import { and, asc, desc, eq } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { classCoaches } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { type CoachResult, MAX_COACHES } from "@/domain/class-list";
import { newId } from "@/lib/ids";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { coachAmong } from "./create-class";
import { changeLeads, recordCoaches } from "./leads";
import { coachRefusal, holdMembers } from "./members";
import { lockClass } from "./policies";

/** Puts coaches beside the lead. One result a person; throws CONFLICT where they would be more than a class has. */
export async function addCoaches(
  actor: OrganizationActor,
  { id, userIds }: { id: string; userIds: string[] },
): Promise<CoachResult[]> {
  return inOrganization(actor, async (tx) => {
    const members = await holdMembers(tx, userIds);
    const found = await lockClass(tx, id, "coaches");
    const team = new Set((await readTeam(tx, id)).map((coach) => coach.id));
    const results = userIds.map((userId): CoachResult => {
      const member = members.get(userId);
      if (!member) return { id: userId, name: "", ok: false, code: "not_found" };
      const code = team.has(userId) ? "already_coach" : coachRefusal(member);
      // Who coaches nothing is nobody that a coach must learn of.
      const name = code === "not_coach" ? "" : member.name;
      return code ? { id: userId, name, ok: false, code } : { id: userId, name, ok: true };
    });
    const added = results.filter(({ ok }) => ok);
    if (team.size + added.length > MAX_COACHES) throw tooManyCoaches();
    if (added.length === 0) return results;
    const { organizationId } = actor;
    await tx.db
      .insert(classCoaches)
      .values(added.map(({ id: userId }) => ({ organizationId, id: newId(), classId: id, userId })));
    await recordCoaches(tx, found, added);
    return results;
  });
}

/** Makes somebody who can coach the lead; who led before coaches beside. */
export async function setLead(
  actor: OrganizationActor,
  { id, userId }: { id: string; userId: string },
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const members = await holdMembers(tx, [userId]);
    const found = await lockClass(tx, id, "coaches");
    const team = await readTeam(tx, id);
    const before = team.find(({ isLead }) => isLead) ?? null;
    const after = coachAmong(members, userId, "userId");
    if (before?.id === userId) return;
    if (team.length >= MAX_COACHES && !team.some((coach) => coach.id === userId)) throw tooManyCoaches();
    await changeLeads(tx, [{ class: found, before, after }]);
  });
}

/** Takes a coach off the class. The lead goes only where a new lead is named: else CONFLICT `class.leadStays`. */
export async function removeCoach(
  actor: OrganizationActor,
  { id, userId, newLeadId }: { id: string; userId: string; newLeadId?: string | undefined },
): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const members = await holdMembers(tx, newLeadId ? [newLeadId] : []);
    const found = await lockClass(tx, id, "coaches");
    const coach = (await readTeam(tx, id)).find((one) => one.id === userId);
    if (!coach) throw notFound();
    if (coach.isLead) {
      if (!newLeadId || newLeadId === userId)
        throw new DomainError("conflict", "class.leadStays", { field: "newLeadId" });
      const after = coachAmong(members, newLeadId, "newLeadId");
      await changeLeads(tx, [{ class: found, before: coach, after }]);
    }
    await tx.db
      .delete(classCoaches)
      .where(
        and(
          eq(classCoaches.organizationId, actor.organizationId),
          eq(classCoaches.classId, id),
          eq(classCoaches.userId, userId),
        ),
      );
    await recordEvents(tx, [
      {
        action: "class.coach_removed",
        subject: { type: "class", id, name: found.name },
        before: { coach: { id: coach.id, name: coach.name } },
      },
    ]);
  });
}

async function readTeam(tx: TenantTx, classId: string) {
  return tx.db
    .select({ id: users.id, name: users.name, isLead: classCoaches.isLead })
    .from(classCoaches)
    .innerJoin(
      users,
      and(eq(users.organizationId, classCoaches.organizationId), eq(users.id, classCoaches.userId)),
    )
    .where(and(eq(classCoaches.organizationId, tx.actor.organizationId), eq(classCoaches.classId, classId)))
    .orderBy(desc(classCoaches.isLead), asc(users.sortKey));
}

function tooManyCoaches(): DomainError {
  return new DomainError("conflict", "class.tooManyCoaches", { field: "userIds" });
}
