import type { studentImportChanges } from "@/db/schema/tenant/student-imports";
import type { TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import { ensureGrades, findOrCreateSections, findOrCreateYear } from "../academics";
import type { Place, Plan } from "./plan/types";

type Line = typeof studentImportChanges.$inferInsert;

/**
 * Makes the years, grades and sections that a plan lacks, and puts their ids where the plan has made-up ones; returns
 * what was made, for the undo.
 */
export async function makeStructure(
  tx: TenantTx,
  importId: string,
  { places, writes }: Plan,
): Promise<Line[]> {
  const { organizationId } = tx.actor;
  const real = new Map<string, string>();
  const lines: Line[] = [];
  const note = (entity: "year" | "grade" | "section", entityId: string, name: string) =>
    lines.push({
      ...{ organizationId, id: newId(), importId, rowNumber: 0, entity, entityId, studentId: null },
      ...{ field: null, before: null, after: { name }, importedBefore: null, undone: null },
    });
  if (places.some(({ gradeId }) => isNew(gradeId)))
    for (const grade of await ensureGrades(tx)) {
      real.set(`new ${grade.name}`, grade.id);
      note("grade", grade.id, grade.name);
    }
  for (const [virtual, name] of new Map(places.map((place) => [place.yearId, place.names.year]))) {
    if (!isNew(virtual)) continue;
    const year = await findOrCreateYear(tx, name);
    real.set(virtual, year.id);
    if (year.made) note("year", year.id, name);
  }
  const idOf = (id: string) => real.get(id) ?? id;
  for (const yearId of new Set(places.map((place) => idOf(place.yearId)))) {
    const lacking = places.filter((place) => idOf(place.yearId) === yearId && isNew(place.sectionId));
    const pairs = lacking.map(({ gradeId, names }) => ({ gradeId: idOf(gradeId), name: names.section }));
    for (const section of await findOrCreateSections(tx, yearId, pairs)) {
      for (const place of lacking)
        if (idOf(place.gradeId) === section.gradeId && place.names.section === section.name)
          real.set(place.sectionId, section.id);
      if (section.made) note("section", section.id, section.name);
    }
  }
  for (const { after } of writes.students) {
    if (!after) continue;
    for (const key of ["yearId", "gradeId", "sectionId"] as const) {
      const id = after[key];
      if (id === null || !isNew(id)) continue;
      after[key] = idOf(id);
      after.imported[key] = idOf(id);
    }
  }
  return lines;
}

function isNew(id: Place["yearId"]): boolean {
  return id.startsWith("new ");
}
