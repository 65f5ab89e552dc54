import {
  applyImportInput,
  checkImportInput,
  chooseChangesInput,
  chooseTableInput,
  importIdInput,
  importRowsInput,
  keptChangesInput,
  listImportsInput,
  showSensitiveInput,
  uploadImportInput,
} from "@/domain/student-import";
import {
  applyImport,
  cancelImport,
  checkImport,
  chooseChanges,
  chooseTable,
  exportFailed,
  getImport,
  listImportRows,
  listImports,
  listKept,
  listProblems,
  previewUndo,
  showSensitive,
  undoImport,
  uploadImport,
} from "../services/student-import";
import { permit, requireAlso, router } from "../trpc";

const importing = permit("student:import");

/** Imports of a Matrícula, from the file to the undo. What takes long goes on in the background: `get` tells how far it is. */
export const studentImportRouter = router({
  list: importing.input(listImportsInput).query(({ ctx, input }) => listImports(ctx.actor, input)),
  get: importing.input(importIdInput).query(({ ctx, input }) => getImport(ctx.actor, input)),
  rows: importing.input(importRowsInput).query(({ ctx, input }) => listImportRows(ctx.actor, input)),
  problems: importing.input(importIdInput).query(({ ctx, input }) => listProblems(ctx.actor, input)),
  /** What an undo has left as it was. */
  kept: importing.input(keptChangesInput).query(({ ctx, input }) => listKept(ctx.actor, input)),
  /** What an undo would take back, and what it would leave as it is. */
  previewUndo: importing.input(importIdInput).query(({ ctx, input }) => previewUndo(ctx.actor, input)),
  /** The rows that stay out, for a file: who took it out is recorded. */
  exportFailed: importing.input(importIdInput).query(({ ctx, input }) => exportFailed(ctx.actor, input)),
  upload: importing.input(uploadImportInput).mutation(({ ctx, input }) => uploadImport(ctx.actor, input)),
  chooseTable: importing.input(chooseTableInput).mutation(({ ctx, input }) => chooseTable(ctx.actor, input)),
  check: importing.input(checkImportInput).mutation(({ ctx, input }) => checkImport(ctx.actor, input)),
  choose: importing.input(chooseChangesInput).mutation(({ ctx, input }) => chooseChanges(ctx.actor, input)),
  /** What a row says of health or income: the reading is recorded. */
  showSensitive: importing.input(showSensitiveInput).mutation(({ ctx, input }) => {
    if (input.kinds.includes("health")) requireAlso(ctx, "health:manage");
    if (input.kinds.includes("income")) requireAlso(ctx, "income:read");
    return showSensitive(ctx.actor, input);
  }),
  start: importing.input(applyImportInput).mutation(({ ctx, input }) => applyImport(ctx.actor, input)),
  cancel: importing.input(importIdInput).mutation(({ ctx, input }) => cancelImport(ctx.actor, input)),
  undo: importing.input(importIdInput).mutation(({ ctx, input }) => undoImport(ctx.actor, input)),
});
