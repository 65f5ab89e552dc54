import type { studentImportChanges } from "@/db/schema/tenant/student-imports";
import type { ImportEntity } from "@/domain/student-import-list";
import { newId } from "@/lib/ids";
import { held } from "./plan/values";

type Line = typeof studentImportChanges.$inferInsert;
type Row = Record<string, unknown>;
type About = { organizationId: string; importId: string; rowNumber: number; entity: ImportEntity };

/** What follows from other fields, or is kept by the machine for itself. */
const UNTOLD = new Set([
  ...["organizationId", "id", "sortKey", "searchKey", "imported", "createdAt", "updatedAt"],
]);

/** The fields of a record by which an undo knows it again. */
export function toldFields(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([key, value]) => !UNTOLD.has(key) && !isEmpty(value)),
  );
}

/** The lines that tell what was written of a record: one for all of it where it was made or went, else one a field. */
export function linesOf(
  about: About & { studentId: string | null },
  { before, after }: { before: Row | null; after: Row | null },
): Line[] {
  const row = after ?? before;
  if (!row) return [];
  const whole = { ...about, entityId: String(row.id) };
  const line = (more: Pick<Line, "field" | "before" | "after"> & { importedBefore?: unknown }): Line => ({
    ...whole,
    ...{ id: newId(), importedBefore: null, undone: null },
    ...more,
  });
  if (!before) return [line({ field: null, before: null, after: toldFields(row) })];
  // All of it, since an undo has nothing else to bring it back from.
  if (!after) return [line({ field: null, before: row, after: null })];
  const imported = isRecord(before.imported) ? before.imported : {};
  return Object.keys(after).flatMap((field) =>
    UNTOLD.has(field) || isSameValue(before[field], after[field])
      ? []
      : [
          line({
            ...{ field, before: before[field] ?? null, after: after[field] ?? null },
            importedBefore: imported[field] ?? null,
          }),
        ],
  );
}

/** Whether two values of a field are one; forms of declarations are compared as a whole. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (isRecord(one) || isRecord(other)) return ordered(one) === ordered(other);
  return held(one) === held(other);
}

function ordered(value: unknown): string {
  return JSON.stringify(isRecord(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : []);
}

function isRecord(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

function isEmpty(value: unknown): boolean {
  return (
    value === "" || value === null || value === undefined || (isRecord(value) && ordered(value) === "[]")
  );
}
