import { and, asc, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { studentImportRows } from "@/db/schema/tenant/student-imports";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { columnLetter } from "@/domain/matricula/cells";
import { MATRICULA_COLUMNS, type Sensitivity } from "@/domain/matricula/columns";
import type { RowProblem } from "@/domain/matricula/read-row";
import type { ImportRowsInput } from "@/domain/student-import";
import type { ImportChange } from "@/domain/student-import-list";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { type Import, readImport } from "./states";

const SENSITIVE = new Map(MATRICULA_COLUMNS.map(({ field, sensitive }) => [field, sensitive]));

/** A change as it is shown; what is about health or income is masked until it is asked for. */
export type ShownChange = ImportChange & { kept: boolean; sensitive: Sensitivity | null };
export type ShownProblem = RowProblem & { header: string; sensitive: Sensitivity | null };

/** One page of an import's rows by the spreadsheet's numbers, with what would change and what is wrong. */
export async function listImportRows(actor: OrganizationActor, input: ImportRowsInput) {
  const { id, verdict, warned, cursor, limit } = input;
  const after = cursor === undefined ? 0 : decodeCursor(z.number().int(), cursor);
  return readInOrganization(actor, async (tx) => {
    const { rowNumber, problems } = studentImportRows;
    const [found, rows] = await Promise.all([
      readImport(tx, id),
      tx.db
        .select({
          ...{
            rowNumber,
            problems,
            verdict: studentImportRows.verdict,
            studentId: studentImportRows.studentId,
          },
          ...{ name: studentImportRows.name, document: studentImportRows.document },
          ...{ changes: studentImportRows.changes, kept: studentImportRows.kept },
          applied: studentImportRows.applied,
        })
        .from(studentImportRows)
        .where(
          and(
            eq(studentImportRows.organizationId, actor.organizationId),
            eq(studentImportRows.importId, id),
            verdict && eq(studentImportRows.verdict, verdict),
            warned ? sql`jsonb_array_length(${problems}) > 0` : undefined,
            gt(rowNumber, after),
          ),
        )
        .orderBy(asc(rowNumber))
        .limit(limit + 1),
    ]);
    const headerOf = headersByField(found);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page.map(({ changes, kept, problems: told, ...row }) => ({
        ...row,
        changes: changes.map((change): ShownChange => shownChange(change, kept)),
        problems: told.map((problem) => shownProblem(problem, headerOf)),
      })),
      nextCursor: last && rows.length > limit ? encodeCursor(last.rowNumber) : null,
    };
  });
}

function shownChange(change: ImportChange, kept: readonly string[]): ShownChange {
  const sensitive = SENSITIVE.get(change.field) ?? null;
  const hidden = sensitive !== null && { before: null, after: null };
  return { ...change, ...hidden, kept: kept.includes(change.field), sensitive };
}

/** Where each field stands in the file: the spreadsheet's letter, and the heading. */
export function headersByField({ mapping, headers }: Pick<Import, "mapping" | "headers">) {
  const places = mapping.flatMap((field, index) =>
    field === null ? [] : [[field, { column: columnLetter(index), header: headers[index] ?? "" }] as const],
  );
  return new Map(places);
}

/** A problem with its place in the file; what was typed about health or income is masked. */
export function shownProblem(problem: RowProblem, headerOf: ReturnType<typeof headersByField>): ShownProblem {
  const sensitive = SENSITIVE.get(problem.field) ?? null;
  const place = headerOf.get(problem.field);
  return {
    ...problem,
    column: problem.column || (place?.column ?? ""),
    header: place?.header ?? "",
    value: sensitive === null ? problem.value : "",
    sensitive,
  };
}
