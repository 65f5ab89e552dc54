import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { violatedUnique } from "@/db/errors";
import { auditEvents } from "@/db/schema/core/audit";
import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { UserIdsInput } from "@/domain/user";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { reinstateCoaches, reinstateStudents } from "../class";

/** Removal can be undone for this long. */
const UNDO_DAYS = 30;

const removedSchema = z.object({
  coached: z.array(z.object({ classId: z.string(), isLead: z.boolean() })).default([]),
});

/**
 * Undoes a removal within 30 days: the membership opens again, with the classes that it ended. Throws CONFLICT where a
 * person belongs to a school again.
 */
export async function restoreUsers(
  actor: OrganizationActor,
  { ids }: UserIdsInput,
): Promise<{ restored: number }> {
  return inOrganization(actor, async (tx) => {
    const gone = await tx.db
      .select({ id: users.id, name: users.name, leftAt: users.leftAt })
      .from(users)
      .where(
        and(eq(users.organizationId, actor.organizationId), inArray(users.id, ids), isNotNull(users.leftAt)),
      )
      .for("update");
    const since = Date.now() - UNDO_DAYS * 86_400_000;
    const people = gone.filter(({ leftAt }) => leftAt !== null && leftAt.getTime() > since);
    if (people.length === 0) throw notFound();
    const going = people.map(({ id }) => id);
    await reopen(tx, going);
    await reinstateCoaches(tx, await coachedBefore(tx, going));
    await reinstateStudents(tx, people);
    await recordEvents(
      tx,
      people.map(({ id, name }) => ({ action: "user.restored", subject: { type: "user", id, name } })),
    );
    return { restored: people.length };
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

async function coachedBefore(tx: TenantTx, ids: string[]) {
  const events = await tx.db
    .selectDistinctOn([auditEvents.subjectId], { userId: auditEvents.subjectId, before: auditEvents.before })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, tx.actor.organizationId),
        eq(auditEvents.action, "user.removed"),
        inArray(auditEvents.subjectId, ids),
      ),
    )
    .orderBy(auditEvents.subjectId, desc(auditEvents.createdAt));
  return events.flatMap(({ userId, before }) =>
    userId ? removedSchema.parse(before ?? {}).coached.map((coached) => ({ ...coached, userId })) : [],
  );
}
