import {
  checkImportInput,
  chooseChangesInput,
  importIdInput,
  importRowsInput,
  listImportsInput,
  uploadImportInput,
} from "@/domain/student-import";
import {
  checkImport,
  chooseChanges,
  getImport,
  listImportRows,
  listImports,
  listProblems,
  uploadImport,
} from "../services/student-import";
import { permit, router } from "../trpc";

const importing = permit("student:import");

/** Imports of a Matrícula, from the file to the undo. What takes long goes on in the background: `get` tells how far it is. */
export const studentImportRouter = router({
  list: importing.input(listImportsInput).query(({ ctx, input }) => listImports(ctx.actor, input)),
  get: importing.input(importIdInput).query(({ ctx, input }) => getImport(ctx.actor, input)),
  rows: importing.input(importRowsInput).query(({ ctx, input }) => listImportRows(ctx.actor, input)),
  problems: importing.input(importIdInput).query(({ ctx, input }) => listProblems(ctx.actor, input)),
  upload: importing.input(uploadImportInput).mutation(({ ctx, input }) => uploadImport(ctx.actor, input)),
  check: importing.input(checkImportInput).mutation(({ ctx, input }) => checkImport(ctx.actor, input)),
  choose: importing.input(chooseChangesInput).mutation(({ ctx, input }) => chooseChanges(ctx.actor, input)),
});
