import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { importMappings, studentImportRows } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { cellText } from "@/domain/matricula/cells";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { dataRows, type FoundTable, findTable, outlineSheets, tableAt } from "@/domain/matricula/find-table";
import { type ColumnMapping, mapColumns } from "@/domain/matricula/map-columns";
import { IMPORT_LIMITS, type ImportTable } from "@/domain/student-import-list";
import { newId } from "@/lib/ids";
import { readSheets, type Sheet, type SpreadsheetFormat } from "@/lib/spreadsheet-file";
import { foldText } from "@/lib/text-keys";
import { storage } from "@/server/adapters/storage/storage";
import { insertAll } from "./set-based";
import { changeImport, type Import, lockImport, readImport } from "./states";

type FileRead =
  | { ok: true; format: SpreadsheetFormat; sheets: Sheet[]; found: FoundTable }
  | { ok: false; failure: string };

/** One file at a time in a process, so that the memory that reading takes is bounded. */
let reading: Promise<unknown> = Promise.resolve();

/** Reads the file of an import that waits for it: its rows are kept, its columns mapped. A file that is none fails it. */
export async function readFile(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  const found = await readInOrganization(actor, (tx) => readImport(tx, id));
  if (found.state !== "reading") return;
  const turn = reading.then(() => openFile(found));
  reading = turn.catch(() => undefined);
  const file = await turn;
  await inOrganization(actor, async (tx) => {
    const { state } = await lockImport(tx, id, ["reading", "mapped", "failed", "cancelled"]);
    if (state !== "reading") return;
    const failure = file.ok ? await keep(tx, found, file) : file.failure;
    if (failure) await changeImport(tx, id, { state: "failed", failure, finishedAt: new Date() });
  });
}

async function openFile({ storageKey }: Import): Promise<FileRead> {
  const stored = storageKey === null ? undefined : await storage().get(storageKey);
  if (!stored) return { ok: false, failure: "importFile.gone" };
  const bytes = new Uint8Array(await new Response(stored.stream).arrayBuffer());
  const read = await readSheets(bytes, IMPORT_LIMITS);
  if (!read.ok) return { ok: false, failure: `importFile.${read.reason}` };
  const found = findTable(read.sheets);
  if (!found) return { ok: false, failure: "importFile.noHeader" };
  return { ok: true, format: read.format, sheets: read.sheets, found };
}

/** Keeps the rows of the table that was chosen, or is remembered, or was found; gives why there are none. */
async function keep(
  tx: TenantTx,
  { id, layout }: Import,
  { format, sheets, found }: FileRead & { ok: true },
): Promise<string | undefined> {
  const { organizationId } = tx.actor;
  const signature = signatureOf(found.headers);
  const chosen = layout ? layout.chosen : ((await remembered(tx, signature))?.chosenTable ?? null);
  const byHand = chosen ? tableAt(sheets, chosen) : undefined;
  const table = byHand ?? found;
  const rows = dataRows(table);
  if (rows.length === 0) return "importFile.noRows";
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), table.headers.length);
  const headers = Array.from({ length: width }, (_, index) => table.headers[index] ?? "");
  const { fields, matches } = await mappingOf(tx, headers, rows);
  await tx.db
    .delete(studentImportRows)
    .where(and(eq(studentImportRows.organizationId, organizationId), eq(studentImportRows.importId, id)));
  await insertAll(
    tx,
    studentImportRows,
    rows.map(({ rowNumber, cells }) => ({
      ...{ organizationId, id: newId(), importId: id, rowNumber, cells },
      ...{ name: "", document: "", changes: [], problems: [], kept: [], applied: false },
    })),
  );
  await changeImport(tx, id, {
    ...{ state: "mapped", format, ...placeOf(table) },
    ...{ headers, mapping: fields, matches, titleYear: table.year ?? "", rowCount: rows.length },
    layout: {
      sheets: outlineSheets(sheets),
      found: { ...placeOf(found), signature },
      chosen: byHand ? chosen : null,
    },
  });
  return undefined;
}

function placeOf({ sheet, headerIndex }: FoundTable): ImportTable {
  return { sheet: sheet.name, headerRow: headerIndex + 1 };
}

async function mappingOf(
  tx: TenantTx,
  headers: readonly string[],
  rows: ReturnType<typeof dataRows>,
): Promise<ColumnMapping> {
  const found = mapColumns(
    headers,
    rows.length,
    (row, column) => cellText(rows[row]?.cells[column]) !== undefined,
  );
  const before = (await remembered(tx, signatureOf(headers)))?.mapping ?? [];
  if (before.length === 0) return found;
  const known = new Set(MATRICULA_COLUMNS.map(({ field }) => field));
  const fields = headers.map((_, index) => {
    const field = before[index] ?? null;
    return field !== null && known.has(field) ? field : null;
  });
  const matches = fields.map((field, index) =>
    field === found.fields[index] ? (found.matches[index] ?? "none") : field === null ? "none" : "remembered",
  );
  return { fields, matches };
}

/** What was set for files with these headings. */
async function remembered(tx: TenantTx, signature: string) {
  const [row] = await tx.db
    .select({ mapping: importMappings.mapping, chosenTable: importMappings.chosenTable })
    .from(importMappings)
    .where(
      and(
        eq(importMappings.organizationId, tx.actor.organizationId),
        eq(importMappings.signature, signature),
      ),
    );
  return row;
}

/** What tells files with the same headings: their folded text, in order. */
export function signatureOf(headers: readonly string[]): string {
  return createHash("sha256").update(headers.map(foldText).join("\n"), "utf8").digest("hex");
}
