import { and, eq, inArray } from "drizzle-orm";
import { authorizedPersons, guardians, studentGuardians } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { KeptPart } from "@/domain/record-merge-list";
import { fullName, GUARDIAN_TYPES, MAX_AUTHORIZED } from "@/domain/student-list";
import { makePrimary } from "../guardian";
import { notesOf, writeRow } from "./notes";
import type { MergeRow } from "./standing";

/** Guardians and authorised persons who came along go back, each to the place that is free there. */
export async function undoFamily(tx: TenantTx, merge: MergeRow, left: KeptPart[]): Promise<void> {
  await undoLinks(tx, merge, left);
  await undoAuthorized(tx, merge, left);
}

async function undoLinks(tx: TenantTx, merge: MergeRow, left: KeptPart[]): Promise<void> {
  const { keptId, mergedId } = merge;
  const notes = notesOf(merge.before, studentGuardians);
  const contact = notes.filter(({ before }) => before?.isPrimaryContact === true);
  for (const { id, before } of new Set([...contact, ...notes])) {
    const [all, there] = await Promise.all([readLinks(tx, keptId), readLinks(tx, mergedId)]);
    const link = all.find((one) => one.id === id);
    const free = freeOf(
      GUARDIAN_TYPES,
      there.map(({ type }) => type),
      before?.type,
    );
    if (!link || !free || there.some(({ guardianId }) => guardianId === link.guardianId)) {
      left.push({ part: "guardians", name: link?.name ?? "" });
      continue;
    }
    await writeRow(tx, studentGuardians, id, { studentId: mergedId, type: free, isPrimaryContact: false });
    const isContact = before?.isPrimaryContact === true || there.length === 0;
    if (isContact && !there.some(({ isPrimaryContact }) => isPrimaryContact))
      await makePrimary(tx, mergedId, id);
    // Whom the school calls first is never nobody while there is a guardian.
    const [next] = all.filter((one) => one.id !== id);
    if (link.isPrimaryContact && next) await makePrimary(tx, keptId, next.id);
  }
}

async function readLinks(tx: TenantTx, studentId: string) {
  const { organizationId } = tx.actor;
  const rows = await tx.db
    .select({
      id: studentGuardians.id,
      guardianId: studentGuardians.guardianId,
      type: studentGuardians.type,
      isPrimaryContact: studentGuardians.isPrimaryContact,
      person: { firstNames: guardians.firstNames, lastNames: guardians.lastNames },
    })
    .from(studentGuardians)
    .innerJoin(
      guardians,
      and(eq(guardians.organizationId, organizationId), eq(guardians.id, studentGuardians.guardianId)),
    )
    .where(
      and(eq(studentGuardians.organizationId, organizationId), eq(studentGuardians.studentId, studentId)),
    );
  return rows
    .map(({ person, ...link }) => ({ ...link, name: fullName(person) }))
    .sort((one, other) => GUARDIAN_TYPES.indexOf(one.type) - GUARDIAN_TYPES.indexOf(other.type));
}

async function undoAuthorized(tx: TenantTx, merge: MergeRow, left: KeptPart[]): Promise<void> {
  const places = Array.from({ length: MAX_AUTHORIZED }, (_, index) => index + 1);
  for (const { id, before } of notesOf(merge.before, authorizedPersons)) {
    const rows = await tx.db
      .select()
      .from(authorizedPersons)
      .where(
        and(
          eq(authorizedPersons.organizationId, tx.actor.organizationId),
          inArray(authorizedPersons.studentId, [merge.keptId, merge.mergedId]),
        ),
      );
    const person = rows.find((one) => one.id === id && one.studentId === merge.keptId);
    const taken = rows.filter(({ studentId }) => studentId === merge.mergedId).map(({ place }) => place);
    const place = freeOf(places, taken, before?.place);
    if (person && place) await writeRow(tx, authorizedPersons, id, { studentId: merge.mergedId, place });
    else left.push({ part: "authorized", name: person ? fullName(person) : "" });
  }
}

/** The former one where it is free, else the first that is. */
function freeOf<Item>(all: readonly Item[], taken: readonly Item[], former: unknown): Item | undefined {
  const free = all.filter((one) => !taken.includes(one));
  return free.find((one) => one === former) ?? free[0];
}
