import { and, asc, eq } from "drizzle-orm";
import { studentImportRows } from "@/db/schema/tenant/student-imports";
import { type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { cellText, columnLetter, shownCell } from "@/domain/matricula/cells";
import { columnOf } from "@/domain/matricula/columns";
import { missingFields } from "@/domain/matricula/missing-fields";
import type { ImportIdInput } from "@/domain/student-import";
import { IMPORT_KEPT_DAYS } from "@/domain/student-import-list";
import { DAY } from "@/lib/duration";
import type { SheetCell } from "@/lib/spreadsheet-file";
import { type Import, readImport } from "./states";

/** Rows of which the first value of each column is looked for. */
const SAMPLED = 20;
const MAX_SAMPLE = 60;

/** One import: how far it is, what its columns mean, what the check found, and what may be done next. */
export async function getImport(actor: OrganizationActor, { id }: ImportIdInput) {
  return readInOrganization(actor, async (tx) => {
    const [found, sample] = await Promise.all([readImport(tx, id), readSample(tx, id)]);
    const { mapping, matches, headers } = found;
    return {
      ...shownImport(found),
      ...{ byteSize: found.byteSize, format: found.format, sheet: found.sheet, headerRow: found.headerRow },
      ...{ titleYear: found.titleYear, creates: found.creates, startedAt: found.startedAt },
      ...{ progress: { done: found.done, total: found.total }, confirmedBy: found.confirmedBy },
      /** The sheets, and the rows of headings, that can be chosen instead. */
      sheets: found.layout?.sheets ?? [],
      columns: headers.map((header, index) => ({
        ...{ index, letter: columnLetter(index), header },
        field: mapping[index] ?? null,
        match: matches[index] ?? "none",
        sample: isSensitive(mapping[index]) ? null : firstValue(sample, index),
      })),
      /** Fields without which nothing can be checked. */
      missing: headers.length === 0 ? [] : missingFields(mapping),
    };
  });
}

/** What the history and the page of an import both show. */
export function shownImport(found: Import) {
  return {
    ...{ id: found.id, fileName: found.fileName, state: found.state, failure: found.failure },
    ...{ rowCount: found.rowCount, counts: found.counts, hold: found.hold ?? null },
    ...{ createdBy: found.createdBy, createdAt: found.createdAt, updatedAt: found.updatedAt },
    ...{ finishedAt: found.finishedAt, undoneAt: found.undoneAt, undoneBy: found.undoneBy },
    cancelRequestedBy: found.cancelRequestedBy,
    undoUntil: undoUntil(found),
  };
}

/** The last moment at which the import can be undone; null where there is nothing to undo. */
export function undoUntil({ state, finishedAt, erasedAt }: Import): Date | null {
  if (state !== "done" || finishedAt === null || erasedAt !== null) return null;
  return new Date(finishedAt.getTime() + IMPORT_KEPT_DAYS * DAY);
}

function readSample(tx: TenantTx, id: string): Promise<{ cells: SheetCell[] }[]> {
  return tx.db
    .select({ cells: studentImportRows.cells })
    .from(studentImportRows)
    .where(
      and(eq(studentImportRows.organizationId, tx.actor.organizationId), eq(studentImportRows.importId, id)),
    )
    .orderBy(asc(studentImportRows.rowNumber))
    .limit(SAMPLED);
}

function firstValue(sample: readonly { cells: SheetCell[] }[], index: number): string {
  const found = sample.find(({ cells }) => cellText(cells[index]) !== undefined);
  return shownCell(found?.cells[index]).trim().slice(0, MAX_SAMPLE);
}

/** Words about health and income are shown to nobody who did not ask for them. */
function isSensitive(field: string | null | undefined): boolean {
  return field !== null && field !== undefined && columnOf(field).sensitive !== undefined;
}
