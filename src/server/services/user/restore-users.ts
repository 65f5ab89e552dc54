import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { outranks } from "@/domain/roles";
import type { UserIdsInput, UserResult } from "@/domain/user";
import { undoableSince } from "@/lib/duration";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { returnToClasses } from "../class";
import { lastEvents, takenClasses } from "./undo";

/** How a membership ends. */
const ENDINGS = ["user.removed", "user.removed_by_platform", "user.left", "user.left_school"];

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
    const endings = await lastEvents(tx, ids, ENDINGS);
    const undoable = gone.flatMap(({ leftAt, ...person }) => {
      const ending = endings.get(person.id);
      return leftAt && leftAt > undoableSince() && ending?.action === "user.removed"
        ? [{ ...person, leftAt, ...takenClasses(person.id, ending.before) }]
        : [];
    });
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
    await returnToClasses(tx, people);
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
