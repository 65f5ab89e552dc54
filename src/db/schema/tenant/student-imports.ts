import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { RowProblem } from "../../../domain/matricula/read-row";
import {
  type ColumnMatch,
  IMPORT_ENTITIES,
  IMPORT_FORMATS,
  IMPORT_STATES,
  IMPORT_VERDICTS,
  type ImportChange,
  type ImportCounts,
  type ImportCreates,
  type ImportEntity,
  type ImportFormat,
  type ImportHold,
  type ImportLayout,
  type ImportState,
  type ImportTable,
  type ImportVerdict,
} from "../../../domain/student-import-list";
import type { SheetCell } from "../../../lib/spreadsheet-file";
import { createdAt, id, instant, oneOf, organizationId, tenantPolicy, updatedAt } from "../_columns";
import { organizations } from "../core/organizations";

/** An import of a Matrícula, from the upload to its undo. At most one in a school is under way. */
export const studentImports = pgTable(
  "student_imports",
  {
    organizationId: organizationId(),
    id: id(),
    fileName: text("file_name").notNull(),
    /** The bytes, in the storage; null once they are erased. */
    storageKey: text("storage_key"),
    byteSize: bigint("byte_size", { mode: "number" }).notNull(),
    format: text("format").$type<ImportFormat>().notNull(),
    sheet: text("sheet").notNull().default(""),
    /** The spreadsheet's own row number of the header, from 1. */
    headerRow: integer("header_row").notNull().default(1),
    /** The sheets that could be chosen instead; null before the file is read, and once it is erased. */
    layout: jsonb("layout").$type<ImportLayout>(),
    /** The header's cells, in order. */
    headers: jsonb("headers").$type<string[]>().notNull().default([]),
    /** The field of each column by its index; null leaves the column out. */
    mapping: jsonb("mapping").$type<(string | null)[]>().notNull().default([]),
    /** How each column came to its field. */
    matches: jsonb("matches").$type<ColumnMatch[]>().notNull().default([]),
    /** The school year that a title of the sheet names; '' where none does. */
    titleYear: text("title_year").notNull().default(""),
    /** Rows with something in them, below the headings. */
    rowCount: integer("row_count").notNull().default(0),
    state: text("state").$type<ImportState>().notNull(),
    /** Counts of the check and, later, of what was done. */
    counts: jsonb("counts").$type<Partial<ImportCounts>>().notNull().default({}),
    /** What of the school's structure it would make, by name. */
    creates: jsonb("creates")
      .$type<ImportCreates>()
      .notNull()
      .default({ years: [], grades: [], sections: [] }),
    /** Why it waits for a yes: how many students would change or leave, of how many. */
    hold: jsonb("hold").$type<ImportHold>(),
    confirmedBy: text("confirmed_by"),
    /** Rows that are written, or taken back, of how many. */
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    /** When what is under way began, and who began it. */
    startedAt: instant("started_at"),
    startedBy: text("started_by").notNull().default(""),
    /** The key of an error message, where it failed. */
    failure: text("failure"),
    /** Who wants it stopped. */
    cancelRequestedBy: text("cancel_requested_by"),
    createdBy: text("created_by").notNull(),
    createdByUserId: uuid("created_by_user_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    checkedAt: instant("checked_at"),
    finishedAt: instant("finished_at"),
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
    /** When the file, its cells and the noted values were erased: from then on there is no undo. */
    erasedAt: instant("erased_at"),
  },
  (t) => [
    primaryKey({ name: "student_imports_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "student_imports_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    uniqueIndex("student_imports_one_at_a_time")
      .on(t.organizationId)
      .where(sql`${t.state} in ('applying', 'undoing')`),
    index("student_imports_list_idx").on(t.organizationId, t.createdAt, t.id),
    oneOf("student_imports_state_check", t.state, IMPORT_STATES),
    oneOf("student_imports_format_check", t.format, IMPORT_FORMATS),
    tenantPolicy(),
  ],
);

/** A row of the file: what it holds, what would become of it, what became of it. */
export const studentImportRows = pgTable(
  "student_import_rows",
  {
    organizationId: organizationId(),
    id: id(),
    importId: uuid("import_id").notNull(),
    /** The spreadsheet's own number, from 1. */
    rowNumber: integer("row_number").notNull(),
    cells: jsonb("cells").$type<SheetCell[]>().notNull(),
    verdict: text("verdict").$type<ImportVerdict>(),
    /** The student it is about, where there is one already or it made one. */
    studentId: uuid("student_id"),
    name: text("name").notNull().default(""),
    /** The cédula, cédula escolar or code by which people know the student. */
    document: text("document").notNull().default(""),
    changes: jsonb("changes").$type<ImportChange[]>().notNull().default([]),
    problems: jsonb("problems").$type<RowProblem[]>().notNull().default([]),
    /** Fields that the person chose to keep as they are. */
    kept: jsonb("kept").$type<string[]>().notNull().default([]),
    applied: boolean("applied").notNull().default(false),
  },
  (t) => [
    primaryKey({ name: "student_import_rows_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "student_import_rows_import_fk",
      columns: [t.organizationId, t.importId],
      foreignColumns: [studentImports.organizationId, studentImports.id],
    }).onDelete("cascade"),
    uniqueIndex("student_import_rows_number_key").on(t.organizationId, t.importId, t.rowNumber),
    index("student_import_rows_verdict_idx").on(t.organizationId, t.importId, t.verdict, t.rowNumber),
    oneOf("student_import_rows_verdict_check", t.verdict, IMPORT_VERDICTS),
    tenantPolicy(),
  ],
);

/** What an import changed, field by field. `field` is null where the row as a whole was made. */
export const studentImportChanges = pgTable(
  "student_import_changes",
  {
    organizationId: organizationId(),
    id: id(),
    importId: uuid("import_id").notNull(),
    rowNumber: integer("row_number").notNull(),
    entity: text("entity").$type<ImportEntity>().notNull(),
    entityId: uuid("entity_id").notNull(),
    studentId: uuid("student_id"),
    field: text("field"),
    before: jsonb("before"),
    after: jsonb("after"),
    /** What the import before had written there, so that the undo can say it again. */
    importedBefore: jsonb("imported_before"),
    /** What the undo did with it: taken back, or kept since it was edited after the import. */
    undone: text("undone").$type<"reverted" | "kept">(),
  },
  (t) => [
    primaryKey({ name: "student_import_changes_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "student_import_changes_import_fk",
      columns: [t.organizationId, t.importId],
      foreignColumns: [studentImports.organizationId, studentImports.id],
    }).onDelete("cascade"),
    index("student_import_changes_import_idx").on(t.organizationId, t.importId, t.rowNumber, t.id),
    index("student_import_changes_entity_idx").on(t.organizationId, t.entityId),
    oneOf("student_import_changes_entity_check", t.entity, IMPORT_ENTITIES),
    oneOf("student_import_changes_undone_check", t.undone, ["reverted", "kept"]),
    tenantPolicy(),
  ],
);

/** What a person has set, remembered for files with the same header. */
export const importMappings = pgTable(
  "import_mappings",
  {
    organizationId: organizationId(),
    id: id(),
    /** SHA-256 of the folded header cells. */
    signature: text("signature").notNull(),
    /** Empty where none was set. */
    mapping: jsonb("mapping").$type<(string | null)[]>().notNull().default([]),
    /** The table that was chosen where this header was found. */
    chosenTable: jsonb("chosen_table").$type<ImportTable>(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "import_mappings_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "import_mappings_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    uniqueIndex("import_mappings_signature_key").on(t.organizationId, t.signature),
    tenantPolicy(),
  ],
);

/** Gapless numbers, such as the next code of a student: one row a kind, taken with a lock. */
export const counters = pgTable(
  "counters",
  {
    organizationId: organizationId(),
    id: id(),
    name: text("name").notNull(),
    value: integer("value").notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "counters_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "counters_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    uniqueIndex("counters_name_key").on(t.organizationId, t.name),
    tenantPolicy(),
  ],
);
