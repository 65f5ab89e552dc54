import { and, asc, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { classCoaches } from "@/db/schema/tenant/classes";
import type { TenantTx } from "@/db/scope";
import { classReach } from "@/domain/permissions";
import { newId } from "@/lib/ids";
import { type AuditEvent, recordEvents } from "../audit";
import { tellCoaches } from "./tell";

type Named = { id: string; name: string };

/** Who leads a class from now on; `isInterim` says that they coached it in no way before. */
export type Successor = Named & { isInterim: boolean };

/**
 * Finds who takes the lead of classes whose lead goes with `leaving`: of the coaches who stay the one who has been there
 * longest, else the acting admin where the class is active, or the longest-serving other one where the actor goes too;
 * nobody where the actor is no admin of this school.
 */
export async function findSuccessors(
  tx: TenantTx,
  led: readonly { id: string; state: string }[],
  leaving: readonly string[],
): Promise<Map<string, Successor>> {
  if (led.length === 0) return new Map();
  const [coaches, acting] = await Promise.all([
    tx.db
      .select({ classId: classCoaches.classId, id: users.id, name: users.name })
      .from(classCoaches)
      .innerJoin(
        users,
        and(eq(users.organizationId, classCoaches.organizationId), eq(users.id, classCoaches.userId)),
      )
      .where(
        and(
          eq(classCoaches.organizationId, tx.actor.organizationId),
          inArray(
            classCoaches.classId,
            led.map(({ id }) => id),
          ),
          isNull(users.leftAt),
          eq(users.status, "active"),
        ),
      )
      .orderBy(asc(classCoaches.createdAt), asc(classCoaches.id)),
    findActingAdmin(tx, leaving),
  ]);
  const gone = new Set(leaving);
  return new Map(
    led.flatMap(({ id, state }): [string, Successor][] => {
      const heir = coaches.find((coach) => coach.classId === id && !gone.has(coach.id));
      if (heir) return [[id, { id: heir.id, name: heir.name, isInterim: false }]];
      return acting && state === "active" ? [[id, { ...acting, isInterim: true }]] : [];
    }),
  );
}

/** The actor, if they are a member of the school and may manage its classes; an admin who stays, if they go. */
export async function findActingAdmin(
  tx: TenantTx,
  leaving: readonly string[] = [],
): Promise<Named | undefined> {
  const { organizationId, userId, role } = tx.actor;
  if (userId === null || classReach(role) !== "organization") return undefined;
  const isAdmin = leaving.includes(userId) ? eq(users.role, "ORG_ADMIN") : eq(users.id, userId);
  const [acting] = await tx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(
        eq(users.organizationId, organizationId),
        isAdmin,
        notInArray(users.id, [...leaving]),
        isNull(users.leftAt),
        eq(users.status, "active"),
      ),
    )
    .orderBy(asc(users.joinedAt), asc(users.id))
    .limit(1);
  return acting;
}

/** A class and who leads it now and from now on; null for nobody. */
export type LeadChange = { class: Named; before: Named | null; after: Named | null };

/** Writes who leads the locked classes from now on; who does not coach the class yet is added to its coaches. */
export async function changeLeads(tx: TenantTx, changes: readonly LeadChange[]): Promise<void> {
  if (changes.length === 0) return;
  const { organizationId } = tx.actor;
  await tx.db
    .update(classCoaches)
    .set({ isLead: false })
    .where(
      and(
        eq(classCoaches.organizationId, organizationId),
        eq(classCoaches.isLead, true),
        inArray(
          classCoaches.classId,
          changes.map((change) => change.class.id),
        ),
      ),
    );
  const leads = changes.flatMap(({ class: { id: classId }, after }) =>
    after ? [{ organizationId, id: newId(), classId, userId: after.id, isLead: true }] : [],
  );
  if (leads.length > 0)
    await tx.db
      .insert(classCoaches)
      .values(leads)
      .onConflictDoUpdate({
        target: [classCoaches.organizationId, classCoaches.classId, classCoaches.userId],
        set: { isLead: true },
      });
  await tellLeads(tx, changes);
}

/** Records who leads from now on, and has them told. */
export async function tellLeads(tx: TenantTx, changes: readonly LeadChange[]): Promise<void> {
  await recordEvents(
    tx,
    changes.map(
      ({ class: { id, name }, before, after }): AuditEvent => ({
        action: after ? "class.lead_changed" : "class.lead_lost",
        subject: { type: "class", id, name },
        before: { lead: before && { id: before.id, name: before.name } },
        after: { lead: after && { id: after.id, name: after.name } },
      }),
    ),
  );
  await tellCoaches(
    tx,
    changes.flatMap(({ class: { name: className }, after }) =>
      after ? [{ userId: after.id, isLead: true, className }] : [],
    ),
  );
}

/** Records who coaches the class beside its lead from now on, and has them told. */
export async function recordCoaches(
  tx: TenantTx,
  { id, name }: Named,
  coaches: readonly Named[],
): Promise<void> {
  if (coaches.length === 0) return;
  await recordEvents(tx, [
    {
      action: "class.coaches_added",
      subject: { type: "class", id, name },
      after: { coaches: coaches.map((coach) => ({ id: coach.id, name: coach.name })) },
    },
  ]);
  await tellCoaches(
    tx,
    coaches.map((coach) => ({ userId: coach.id, isLead: false, className: name })),
  );
}
