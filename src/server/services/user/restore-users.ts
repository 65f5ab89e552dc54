import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { violatedUnique } from "@/db/errors";
import { auditEvents } from "@/db/schema/core/audit";
import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { outranks } from "@/domain/roles";
import type { UserIdsInput, UserResult } from "@/domain/user";
import { DAY } from "@/lib/duration";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { reinstateCoaches, reinstateStudents } from "../class";

/** Removal can be undone for this long. */
const UNDO_DAYS = 30;

const removedSchema = z.object({
  coached: z.array(z.object({ classId: z.string(), isLead: z.boolean() })).default([]),
});

/**
 * Undoes a removal within 30 days: the membership opens again, with the classes that it ended. Who left by themselves,
 * or was moved, is not fetched back. One result a person; throws CONFLICT, and changes nothing, where one of them
 * belongs to a school again.
 */
export async function restoreUsers(
  actor: OrganizationActor,
  { ids }: UserIdsInput,
): Promise<{ restored: number; results: UserResult[] }> {
  return inOrganization(actor, async (tx) => {
    const gone = await tx.db
      .select({ id: users.id, name: users.name, role: users.role, leftAt: users.leftAt })
      .from(users)
      .where(
        and(eq(users.organizationId, actor.organizationId), inArray(users.id, ids), isNotNull(users.leftAt)),
      )
      .orderBy(users.id)
      .for("update");
    const since = Date.now() - UNDO_DAYS * DAY;
    const coached = await removals(tx, ids);
    const undoable = gone.filter(
      ({ id, leftAt }) => leftAt !== null && leftAt.getTime() > since && coached.has(id),
    );
    if (undoable.length === 0) throw notFound();
    const byId = new Map(undoable.map((person) => [person.id, person]));
    const results = ids.map((id): UserResult => {
      const person = byId.get(id);
      if (!person) return { id, name: "", ok: false, code: "not_found" };
      const above = outranks(person.role, actor.role);
      return above
        ? { id, name: person.name, ok: false, code: "above_you" }
        : { id, name: person.name, ok: true };
    });
    const people = undoable.filter(({ role }) => !outranks(role, actor.role));
    if (people.length === 0) return { restored: 0, results };
    await reopen(
      tx,
      people.map(({ id }) => id),
    );
    await reinstateCoaches(
      tx,
      people.flatMap(({ id }) => (coached.get(id) ?? []).map((row) => ({ ...row, userId: id }))),
    );
    await reinstateStudents(tx, people);
    await recordEvents(
      tx,
      people.map(({ id, name }) => ({ action: "user.restored", subject: { type: "user", id, name } })),
    );
    return { restored: people.length, results };
  });
}

async function reopen(tx: TenantTx, ids: string[]): Promise<void> {
  try {
    await tx.db
      .update(users)
      .set({ leftAt: null, updatedAt: new Date() })
      .where(and(eq(users.organizationId, tx.actor.organizationId), inArray(users.id, ids)));
  } catch (error) {
    // One school per account: the unique index speaks for the schools that we cannot see.
    if (violatedUnique(error)) throw new DomainError("conflict", "user.elsewhere");
    throw error;
  }
}

/** Of those whose membership ended by removal: the classes that they coached until then. */
async function removals(tx: TenantTx, ids: string[]) {
  const events = await tx.db
    .selectDistinctOn([auditEvents.subjectId], {
      userId: auditEvents.subjectId,
      action: auditEvents.action,
      before: auditEvents.before,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, tx.actor.organizationId),
        inArray(auditEvents.action, ["user.removed", "user.left"]),
        inArray(auditEvents.subjectId, ids),
      ),
    )
    .orderBy(auditEvents.subjectId, desc(auditEvents.createdAt), desc(auditEvents.id));
  return new Map(
    events.flatMap(({ userId, action, before }) =>
      userId && action === "user.removed"
        ? [[userId, removedSchema.parse(before ?? {}).coached] as const]
        : [],
    ),
  );
}
