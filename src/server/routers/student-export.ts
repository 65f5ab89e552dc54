import { can } from "@/domain/permissions";
import {
  exportOptionsInput,
  governmentFormInput,
  matriculaInput,
  sectionListsInput,
  studentRecordInput,
} from "@/domain/student-export";
import {
  exportMatricula,
  getExportOptions,
  getGovernmentForm,
  getSectionLists,
  getStudentRecord,
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
  /** One student's: of any for who may export, of the own child for a family, which is not shown what is said of conduct. */
  record: permit("student:export", "student:read-children")
    .input(studentRecordInput)
    .query(({ ctx, input }) => {
      const isFamily = can(ctx.actor.role, "student:read-children");
      if (input.sections.includes("health") && !isFamily) requireAlso(ctx, "health:manage");
      if (input.sections.includes("income") && !isFamily) requireAlso(ctx, "income:read");
      if (input.sections.includes("discipline")) requireAlso(ctx, "incident:manage");
      return getStudentRecord(ctx.actor, input);
    }),
  form: exporting.input(governmentFormInput).query(({ ctx, input }) => getGovernmentForm(ctx.actor, input)),
});
