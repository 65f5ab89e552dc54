import { eq, sql } from "drizzle-orm";
import { sections } from "@/db/schema/tenant/academics";
import { students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { RestorePlacesInput } from "@/domain/student";
import { fullName, type MoveResult } from "@/domain/student-list";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { describePlaces, findPlace } from "./place";
import { closedBy, lockStudents, type StudentRow } from "./policies";

/** Puts students into a section; their list numbers are given up. One result a student; `was` is what undoing needs. */
export async function moveStudents(
  actor: OrganizationActor,
  { ids, sectionId }: { ids: readonly string[]; sectionId: string },
): Promise<{ results: MoveResult[] }> {
  return inOrganization(actor, async (tx) => {
    const place = await findPlace(tx, { sectionId });
    const rows = await lockStudents(tx, ids);
    if (rows.size === 0) throw notFound();
    const results = ids.map((id): MoveResult => {
      const row = rows.get(id);
      if (!row) return { id, name: "", ok: false, code: "not_found" };
      const name = fullName(row);
      const closed = closedBy(row);
      if (closed) return { id, name, ok: false, code: closed };
      if (row.sectionId === sectionId) return { id, name, ok: false, code: "unchanged" };
      return { id, name, ok: true, was: placeOf(row) };
    });
    const { words: _words, ...to } = place;
    const moves = results.flatMap((result) =>
      result.ok ? [{ row: rows.get(result.id), to: { ...to, listNumber: null } }] : [],
    );
    await writePlaces(tx, moves, "student.moved");
    return { results };
  });
}

/**
 * Brings students back to where they were before a move or a new numbering. Who has been moved on since then, and whose
 * section is gone, stays.
 */
export async function restorePlaces(
  actor: OrganizationActor,
  { places }: RestorePlacesInput,
): Promise<{ restored: number }> {
  return inOrganization(actor, async (tx) => {
    const rows = await lockStudents(
      tx,
      places.map(({ id }) => id),
    );
    if (rows.size === 0) throw notFound();
    const there = new Set(await knownSections(tx));
    const moves = places.flatMap(({ id, from, ...to }) => {
      const row = rows.get(id);
      const isThere = to.sectionId === null || there.has(`${to.sectionId} ${to.gradeId} ${to.yearId}`);
      return row && closedBy(row) === null && row.sectionId === from && isThere ? [{ row, to }] : [];
    });
    await writePlaces(tx, moves, "student.moved_back");
    return { restored: moves.length };
  });
}

async function knownSections(tx: TenantTx): Promise<string[]> {
  const rows = await tx.db
    .select({ id: sections.id, gradeId: sections.gradeId, yearId: sections.yearId })
    .from(sections)
    .where(eq(sections.organizationId, tx.actor.organizationId));
  return rows.map(({ id, gradeId, yearId }) => `${id} ${gradeId} ${yearId}`);
}

type PlaceValues = Pick<StudentRow, "yearId" | "gradeId" | "sectionId" | "listNumber">;
type Move = { row: StudentRow | undefined; to: PlaceValues };

export function placeOf({ yearId, gradeId, sectionId, listNumber }: PlaceValues): PlaceValues {
  return { yearId, gradeId, sectionId, listNumber };
}

async function writePlaces(tx: TenantTx, moves: readonly Move[], action: string): Promise<void> {
  const known = moves.flatMap(({ row, to }) => (row ? [{ row, to }] : []));
  if (known.length === 0) return;
  await updatePlaces(tx, known);
  const words = await describePlaces(
    tx,
    known.flatMap(({ row, to }) => [row, to]),
  );
  await recordEvents(
    tx,
    known.map(({ row, to }) => ({
      action,
      subject: { type: "student", id: row.id, name: fullName(row) },
      before: { place: words(row), listNumber: row.listNumber },
      after: { place: words(to), listNumber: to.listNumber },
    })),
  );
}

/** Writes the places of these students, and nothing else. */
export async function updatePlaces(
  tx: TenantTx,
  moves: readonly { row: StudentRow; to: PlaceValues }[],
): Promise<void> {
  const values = JSON.stringify(
    moves.map(({ row, to }) => ({
      ...{ id: row.id, year: to.yearId, grade: to.gradeId, section: to.sectionId, number: to.listNumber },
    })),
  );
  await tx.db.execute(sql`
    update ${students} set year_id = v.year, grade_id = v.grade, section_id = v.section, list_number = v.number,
      updated_at = now()
    from jsonb_to_recordset(${values}::jsonb) as v(id uuid, year uuid, grade uuid, section uuid, number int)
    where ${students.organizationId} = ${tx.actor.organizationId} and ${students.id} = v.id`);
}
