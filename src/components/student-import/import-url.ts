import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { ImportVerdict } from "@/domain/student-import-list";
import type { CursorTrail } from "@/lib/cursor-trail";

/** Where a file is sent, and where the imports of the past are. */
export const IMPORTS_PATH = "/org-admin/students/import";

const trailParsers = { after: parseAsString, trail: parseAsArrayOf(parseAsString).withDefault([]) };

/** The history: which page of it. */
export const loadImportsUrl = createLoader(trailParsers);
export const importsParsers = trailParsers;
const serializeImports = createSerializer(trailParsers);

export function importsHref(url: CursorTrail): string {
  return serializeImports(IMPORTS_PATH, url);
}

/** The rows of a check by what would become of them, and what is odd about rows that go in. */
export const ROW_GROUPS = ["new", "changed", "unchanged", "error", "odd"] as const;
export type RowGroup = (typeof ROW_GROUPS)[number];

export const importParsers = {
  /** Back at the columns, though the rows are checked. */
  step: parseAsStringLiteral(["columns"] as const),
  group: parseAsStringLiteral(ROW_GROUPS),
  ...trailParsers,
};
export type ImportUrl = inferParserType<typeof importParsers>;

export const loadImportUrl = createLoader(importParsers);
const serialize = createSerializer(importParsers);

/** The page of one import. */
export function importHref(id: string, url: Partial<ImportUrl> = {}): string {
  return serialize(`/org-admin/students/imports/${id}`, url);
}

/** Rows of a group that are shown at a time. */
const SHOWN = 50;

/** The page of rows that the address says, as the API takes it. */
export function rowsInput(id: string, verdict: ImportVerdict, after: string | null) {
  return { id, verdict, limit: SHOWN, ...(after ? { cursor: after } : {}) };
}

/** The page of what an undo has kept, as the API takes it. */
export function keptInput(id: string, after: string | null) {
  return { id, ...(after ? { cursor: after } : {}) };
}
