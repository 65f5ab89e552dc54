import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { RestoreClassesInput } from "@/domain/class";
import type { ClassResult } from "@/domain/class-list";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { coachAmong } from "./create-class";
import { fillSeats } from "./fill-seats";
import { changeLeads } from "./leads";
import { holdMembers } from "./members";
import { type ClassRow, lockClassRows } from "./policies";
import { type ClosedPlace, reopenPlaces } from "./reopen-places";
import { tellPlaces } from "./tell";

/**
 * Opens archived classes again, with the waiting list that archiving closed. Each needs a name that no active class has,
 * and a lead: `leadId` is for those that have lost theirs. One result a class; throws NOT_FOUND where none is there.
 */
export async function restoreClasses(
  actor: OrganizationActor,
  input: RestoreClassesInput,
): Promise<ClassResult[]> {
  return inOrganization(actor, (tx) => restoreClassesIn(tx, input));
}

/** The same within a transaction. */
export async function restoreClassesIn(
  tx: TenantTx,
  { ids, leadId }: RestoreClassesInput,
): Promise<ClassResult[]> {
  const waited = await readWaited(tx, ids);
  const members = await holdMembers(tx, [...waited.map(({ userId }) => userId), ...(leadId ? [leadId] : [])]);
  const lead = leadId ? coachAmong(members, leadId, "leadId") : undefined;
  const rows = await lockClassRows(tx, ids);
  if (rows.size === 0) throw notFound();
  const [names, led] = await Promise.all([readActiveNames(tx, [...rows.values()]), readLed(tx, ids)]);
  const changed: ClassRow[] = [];
  const results = ids.map((id): ClassResult => {
    const row = rows.get(id);
    if (!row) return { id, name: "", ok: false, code: "not_found" };
    const refuse = (code: "unchanged" | "name_taken" | "without_lead"): ClassResult => ({
      id,
      name: row.name,
      ok: false,
      code,
    });
    if (row.state === "active") return refuse("unchanged");
    if (names.has(row.sortKey)) return refuse("name_taken");
    if (!led.has(id) && !lead) return refuse("without_lead");
    names.add(row.sortKey);
    changed.push(row);
    return { id, name: row.name, ok: true };
  });
  if (changed.length === 0) return results;
  await activate(tx, changed);
  if (lead)
    await changeLeads(
      tx,
      changed.filter(({ id }) => !led.has(id)).map((found) => ({ class: found, before: null, after: lead })),
    );
  await reopenWaitingLists(
    tx,
    changed,
    waited.flatMap(({ userId, ...place }) => {
      const member = members.get(userId);
      return member?.role === "STUDENT" ? [{ id: userId, name: member.name, ...place }] : [];
    }),
  );
  return results;
}

async function activate(tx: TenantTx, changed: readonly ClassRow[]): Promise<void> {
  try {
    await tx.db
      .update(classes)
      .set({ state: "active", archivedAt: null, updatedAt: new Date() })
      .where(and(eq(classes.organizationId, tx.actor.organizationId), inArray(classes.id, idsOf(changed))));
  } catch (error) {
    // Somebody took one of the names between the look and the act.
    if (violatedUnique(error)) throw new DomainError("conflict", "class.tryAgain");
    throw error;
  }
  await recordEvents(
    tx,
    changed.map(({ id, name }) => ({ action: "class.restored", subject: { type: "class", id, name } })),
  );
}

type Waited = ClosedPlace & { id: string; name: string };

async function reopenWaitingLists(
  tx: TenantTx,
  changed: readonly ClassRow[],
  waited: readonly Waited[],
): Promise<void> {
  const { waiting } = await reopenPlaces(tx, changed, waited);
  await tellPlaces(
    tx,
    changed.map((found) => ({
      change: "waiting",
      class: found,
      students: waiting.filter(({ classId }) => classId === found.id).map(({ id, name }) => ({ id, name })),
      because: "class_restored",
    })),
  );
  await fillSeats(tx, idsOf(changed));
}

/** Who waited when the classes were archived, in the same order. */
async function readWaited(tx: TenantTx, ids: readonly string[]) {
  return tx.db
    .select({
      userId: enrollments.userId,
      classId: enrollments.classId,
      enrollmentId: enrollments.id,
      waitNumber: sql<number>`row_number() over (partition by ${enrollments.classId}
        order by ${enrollments.enrolledAt}, ${enrollments.id})::int`,
    })
    .from(enrollments)
    .innerJoin(
      classes,
      and(
        eq(classes.organizationId, enrollments.organizationId),
        eq(classes.id, enrollments.classId),
        eq(classes.archivedAt, enrollments.withdrawnAt),
      ),
    )
    .where(
      and(
        eq(enrollments.organizationId, tx.actor.organizationId),
        inArray(enrollments.classId, [...ids]),
        eq(enrollments.state, "withdrawn"),
        isNull(enrollments.withdrawnOn),
      ),
    )
    .orderBy(asc(enrollments.enrolledAt), asc(enrollments.id));
}

async function readActiveNames(tx: TenantTx, rows: readonly ClassRow[]): Promise<Set<string>> {
  const taken = await tx.db
    .select({ sortKey: classes.sortKey })
    .from(classes)
    .where(
      and(
        eq(classes.organizationId, tx.actor.organizationId),
        eq(classes.state, "active"),
        inArray(
          classes.sortKey,
          rows.map(({ sortKey }) => sortKey),
        ),
      ),
    );
  return new Set(taken.map(({ sortKey }) => sortKey));
}

async function readLed(tx: TenantTx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db
    .select({ classId: classCoaches.classId })
    .from(classCoaches)
    .where(
      and(
        eq(classCoaches.organizationId, tx.actor.organizationId),
        eq(classCoaches.isLead, true),
        inArray(classCoaches.classId, [...ids]),
      ),
    );
  return new Set(rows.map(({ classId }) => classId));
}

function idsOf(rows: readonly ClassRow[]): string[] {
  return rows.map(({ id }) => id);
}
