import { setImmediate } from "node:timers/promises";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { toCsv } from "@/lib/csv";
import type { CellValue, ExportColumn } from "@/lib/export-column";
import { oneOf } from "@/lib/one-of";
import { foldText } from "@/lib/text-keys";
import { type Sheet, writeWorkbook } from "@/lib/workbook";
import { toXlsx } from "@/lib/xlsx";
import { logger } from "@/server/logger";

const FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof FORMATS)[number];

const TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
export const PRIVATE = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

/** Answers a download in the format that is asked for; a refusal of the API keeps its status. */
export async function answerExport(
  request: Request,
  download: (format: ExportFormat) => Promise<Response>,
): Promise<Response> {
  const format = oneOf(FORMATS, new URL(request.url).searchParams.get("format"));
  if (!format) return new Response("format: csv or xlsx", { status: 400 });
  return answerDownload(request, () => download(format));
}

/** Answers a download from our own pages alone; a refusal of the API keeps its status. */
export async function answerDownload(request: Request, download: () => Promise<Response>): Promise<Response> {
  // It is written down who took it out: another site's link shall not do that in somebody's name.
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  try {
    return await download();
  } catch (error) {
    const known = error instanceof TRPCError;
    const status = known ? getHTTPStatusCodeFromError(error) : 500;
    if (status >= 500) logger().error({ err: known ? error.cause : error }, "export failed");
    return new Response(null, { status, headers: PRIVATE });
  }
}

/** The rows as a file to keep; `name` without its ending. */
export async function fileAnswer<Row>(
  file: { format: ExportFormat; name: string; sheet: string },
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  headers: Record<string, string> = {},
): Promise<Response> {
  const { format, name, sheet } = file;
  const cells = await cellsOf(columns, rows);
  const plain = columns.map((column, n) => ({ ...column, value: (row: CellValue[]) => row[n] }));
  const body = format === "csv" ? toCsv(plain, cells) : await toXlsx(sheet, plain, cells);
  return handOver(format, name, body, headers);
}

/** A workbook to keep; `name` without its ending. */
export async function workbookAnswer(name: string, sheets: readonly Sheet[]): Promise<Response> {
  return handOver("xlsx", name, await writeWorkbook(sheets));
}

function handOver(
  format: ExportFormat,
  name: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Response {
  return new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: {
      ...PRIVATE,
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="${name}.${format}"`,
      ...headers,
    },
  });
}

/** Words for the name of a file, joined: a header carries no other letters than these. */
export function fileName(...words: readonly string[]): string {
  const plain = (word: string) =>
    foldText(word)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
  return words.map(plain).filter(Boolean).join("-");
}

const AT_ONCE = 500;

/** What stands in the cells. The words of a long log take seconds, in which others are to be answered too. */
async function cellsOf<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<CellValue[][]> {
  const cells: CellValue[][] = [];
  for (const [n, row] of rows.entries()) {
    cells.push(columns.map(({ value }) => value(row)));
    if (n % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  return cells;
}
