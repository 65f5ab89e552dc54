import { and, asc, eq, isNull } from "drizzle-orm";
import { students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { listName, type StudentPlace } from "@/domain/student-list";
import { MAX_BULK } from "@/domain/user-list";
import { sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { placeOf, updatePlaces } from "./move-students";
import { findPlace, ofSection } from "./place";
import type { StudentRow } from "./policies";

/** The active students of a section in their new order, each with the number that they have and the one they would get. */
export async function previewRenumbering(actor: OrganizationActor, { sectionId }: { sectionId: string }) {
  return readInOrganization(actor, async (tx) => {
    await ofSection(tx, sectionId);
    const rows = (await inSection(tx, sectionId)).sort(bySurname);
    return rows.map((row, index) => ({
      ...{ id: row.id, name: listName(row), before: row.listNumber, after: index + 1 },
    }));
  });
}

/** Numbers the active students of a section by surname and name, from 1. `was` is what undoing needs. */
export async function renumberSection(
  actor: OrganizationActor,
  { sectionId }: { sectionId: string },
): Promise<{ count: number; was: StudentPlace[] }> {
  return inOrganization(actor, async (tx) => {
    const { words } = await findPlace(tx, { sectionId });
    const rows = (await inSection(tx, sectionId, { lock: true })).sort(bySurname);
    const moves = rows.flatMap((row, index) =>
      row.listNumber === index + 1 ? [] : [{ row, to: { ...placeOf(row), listNumber: index + 1 } }],
    );
    if (moves.length > 0) {
      await updatePlaces(tx, moves);
      await recordEvents(tx, [
        {
          action: "section.renumbered",
          subject: { type: "section", id: sectionId, name: words },
          after: { count: rows.length },
        },
      ]);
    }
    return {
      count: rows.length,
      was: moves.map(({ row }) => ({ id: row.id, from: sectionId, ...placeOf(row) })),
    };
  });
}

/** More than can be put back at once are not numbered. */
async function inSection(tx: TenantTx, sectionId: string, { lock = false } = {}): Promise<StudentRow[]> {
  const query = tx.db
    .select()
    .from(students)
    .where(
      and(
        ...[eq(students.organizationId, tx.actor.organizationId), eq(students.sectionId, sectionId)],
        ...[eq(students.status, "active"), isNull(students.mergedIntoId), isNull(students.lockedAt)],
      ),
    )
    .orderBy(asc(students.id))
    .limit(MAX_BULK + 1);
  const rows = await (lock ? query.for("no key update") : query);
  if (rows.length > MAX_BULK)
    throw new DomainError("invalid", "bulk.tooMany", { values: { max: MAX_BULK }, field: "sectionId" });
  return rows;
}

/** Gil before Gil Abad, whatever their first names are; the record's own key is of the whole name. */
function bySurname(one: StudentRow, other: StudentRow): number {
  return (
    compareKeys(one.lastNames, other.lastNames) ||
    compareKeys(one.firstNames, other.firstNames) ||
    (one.id < other.id ? -1 : 1)
  );
}

// Keys are made for the byte order of the database.
function compareKeys(one: string, other: string): number {
  return Buffer.compare(Buffer.from(sortKey(one)), Buffer.from(sortKey(other)));
}
