import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { importMappings, studentImportRows } from "@/db/schema/tenant/student-imports";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { cellText } from "@/domain/matricula/cells";
import { MATRICULA_COLUMNS } from "@/domain/matricula/columns";
import { dataRows, type FoundTable, findTable } from "@/domain/matricula/find-table";
import { type ColumnMapping, mapColumns } from "@/domain/matricula/map-columns";
import { IMPORT_LIMITS } from "@/domain/student-import-list";
import { newId } from "@/lib/ids";
import { readSheets, type SpreadsheetFormat } from "@/lib/spreadsheet-file";
import { foldText } from "@/lib/text-keys";
import { storage } from "@/server/adapters/storage/storage";
import { insertAll } from "./set-based";
import { changeImport, type Import, lockImport, readImport } from "./states";

type FileRead =
  | { ok: true; format: SpreadsheetFormat; table: FoundTable; rows: ReturnType<typeof dataRows> }
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
    if (file.ok) await keep(tx, id, file);
    else await changeImport(tx, id, { state: "failed", failure: file.failure, finishedAt: new Date() });
  });
}

async function openFile({ storageKey }: Import): Promise<FileRead> {
  const stored = storageKey === null ? undefined : await storage().get(storageKey);
  if (!stored) return { ok: false, failure: "importFile.gone" };
  const bytes = new Uint8Array(await new Response(stored.stream).arrayBuffer());
  const read = await readSheets(bytes, IMPORT_LIMITS);
  if (!read.ok) return { ok: false, failure: `importFile.${read.reason}` };
  const table = findTable(read.sheets);
  if (!table) return { ok: false, failure: "importFile.noHeader" };
  const rows = dataRows(table);
  if (rows.length === 0) return { ok: false, failure: "importFile.noRows" };
  return { ok: true, format: read.format, table, rows };
}

async function keep(tx: TenantTx, id: string, file: FileRead & { ok: true }): Promise<void> {
  const { format, table, rows } = file;
  const { organizationId } = tx.actor;
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), table.headers.length);
  const headers = Array.from({ length: width }, (_, index) => table.headers[index] ?? "");
  const { fields, matches } = await mappingOf(tx, headers, rows);
  await insertAll(
    tx,
    studentImportRows,
    rows.map(({ rowNumber, cells }) => ({
      ...{ organizationId, id: newId(), importId: id, rowNumber, cells },
      ...{ name: "", document: "", changes: [], problems: [], kept: [], applied: false },
    })),
  );
  await changeImport(tx, id, {
    ...{ state: "mapped", format, sheet: table.sheet.name, headerRow: table.headerIndex + 1 },
    ...{ headers, mapping: fields, matches, titleYear: table.year ?? "", rowCount: rows.length },
  });
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
  const [remembered] = await tx.db
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(
      and(
        eq(importMappings.organizationId, tx.actor.organizationId),
        eq(importMappings.signature, signatureOf(headers)),
      ),
    );
  if (!remembered) return found;
  const known = new Set(MATRICULA_COLUMNS.map(({ field }) => field));
  const fields = headers.map((_, index) => {
    const field = remembered.mapping[index] ?? null;
    return field !== null && known.has(field) ? field : null;
  });
  const matches = fields.map((field, index) =>
    field === found.fields[index] ? (found.matches[index] ?? "none") : field === null ? "none" : "remembered",
  );
  return { fields, matches };
}

/** What tells files with the same headings: their folded text, in order. */
export function signatureOf(headers: readonly string[]): string {
  return createHash("sha256").update(headers.map(foldText).join("\n"), "utf8").digest("hex");
}
