import {
  exportOptionsInput,
  governmentFormInput,
  matriculaInput,
  sectionListsInput,
} from "@/domain/student-export";
import {
  exportMatricula,
  getExportOptions,
  getGovernmentForm,
  getSectionLists,
} from "../services/student-export";
import { permit, requireAlso, router } from "../trpc";

const exporting = permit("student:export");

/** What is taken out of students' records: every answer but the options is recorded. */
export const studentExportRouter = router({
  options: exporting.input(exportOptionsInput).query(({ ctx, input }) => getExportOptions(ctx.actor, input)),
  matricula: exporting.input(matriculaInput).query(({ ctx, input }) => {
    if (input.health) requireAlso(ctx, "health:manage");
    if (input.income) requireAlso(ctx, "income:read");
    return exportMatricula(ctx.actor, input);
  }),
  lists: exporting.input(sectionListsInput).query(({ ctx, input }) => getSectionLists(ctx.actor, input)),
  form: exporting.input(governmentFormInput).query(({ ctx, input }) => getGovernmentForm(ctx.actor, input)),
});
