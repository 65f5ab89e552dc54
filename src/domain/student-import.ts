import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";
import { MATRICULA_COLUMNS } from "./matricula/columns";
import {
  IMPORT_LIMITS,
  IMPORT_PAGE_SIZE,
  IMPORT_VERDICTS,
  MAX_HEADER_ROW,
  MAX_IMPORT_PAGE,
} from "./student-import-list";

/** Inputs about imports of students; issues carry keys of the `errors` messages. */

const FIELDS = MATRICULA_COLUMNS.map(({ field }) => field);
const field = z.enum(FIELDS as [string, ...string[]], { error: "importFile.field" });
const rowNumber = z.number().int().min(1).max(IMPORT_LIMITS.rows);
const cursor = z.string().max(1_000).optional();

/** A file, in base64. */
export const uploadImportInput = z.object({
  fileName: z
    .string()
    .max(1_000, "importFile.name")
    .transform((name) => tidyText(name.replace(/^.*[/\\]/, "")).slice(0, 200))
    .pipe(z.string().min(1, "importFile.name")),
  content: z
    .string()
    .max(Math.ceil((IMPORT_LIMITS.bytes / 3) * 4) + 4, "importFile.tooLarge")
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, "importFile.notASpreadsheet"),
});

export const importIdInput = z.object({ id: z.uuid() });

/** `mapping` has the field of each column; without it the columns mean what was found. */
export const checkImportInput = importIdInput.extend({
  mapping: z
    .array(field.nullable())
    .max(IMPORT_LIMITS.columns)
    .refine((fields) => new Set(fields.filter(Boolean)).size === fields.filter(Boolean).length, {
      error: "importFile.fieldTwice",
    })
    .optional(),
  /** For files with the same headings. */
  remember: z.boolean().default(true),
});

/** The sheet and the row of headings, where what was found is not the list of students. */
export const chooseTableInput = importIdInput.extend({
  sheet: z.string().max(500),
  headerRow: z.number().int().min(1, "importFile.table").max(MAX_HEADER_ROW, "importFile.table"),
});

export const importRowsInput = importIdInput.extend({
  verdict: z.enum(IMPORT_VERDICTS).optional(),
  /** Rows with something odd alone. */
  warned: z.boolean().default(false),
  cursor,
  limit: z.number().int().min(1).max(MAX_IMPORT_PAGE).default(IMPORT_PAGE_SIZE),
});

/** Which changes shall be made: of these rows and fields, or of all rows where none are named. */
export const chooseChangesInput = importIdInput.extend({
  rows: z
    .array(z.object({ rowNumber, fields: z.array(z.string().max(80)).min(1).max(200) }))
    .min(1)
    .max(MAX_IMPORT_PAGE)
    .optional(),
  /** `false` keeps what the school has. */
  take: z.boolean(),
});

/** What a row says of health or income. */
export const showSensitiveInput = importIdInput.extend({
  rowNumber,
  kinds: z
    .array(z.enum(["health", "income"]))
    .min(1)
    .max(2),
});

/** `confirm` is the explicit yes that a held import waits for. */
export const applyImportInput = importIdInput.extend({ confirm: z.boolean().default(false) });

export const listImportsInput = z.object({
  cursor,
  limit: z.number().int().min(1).max(MAX_IMPORT_PAGE).default(IMPORT_PAGE_SIZE),
});

export const keptChangesInput = importIdInput.extend({ cursor });

export type UploadImportInput = z.output<typeof uploadImportInput>;
export type ImportIdInput = z.output<typeof importIdInput>;
export type CheckImportInput = z.output<typeof checkImportInput>;
export type ChooseTableInput = z.output<typeof chooseTableInput>;
export type ImportRowsInput = z.output<typeof importRowsInput>;
export type ChooseChangesInput = z.output<typeof chooseChangesInput>;
export type ShowSensitiveInput = z.output<typeof showSensitiveInput>;
export type ApplyImportInput = z.output<typeof applyImportInput>;
export type ListImportsInput = z.output<typeof listImportsInput>;
export type KeptChangesInput = z.output<typeof keptChangesInput>;
