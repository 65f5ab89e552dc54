import { matriculaInput } from "@/domain/student-export";
import { exportMatricula } from "../services/student-export";
import { permit, requireAlso, router } from "../trpc";

/** What is taken out of students' records: every answer is recorded. */
export const studentExportRouter = router({
  matricula: permit("student:export")
    .input(matriculaInput)
    .query(({ ctx, input }) => {
      if (input.health) requireAlso(ctx, "health:manage");
      if (input.income) requireAlso(ctx, "income:read");
      return exportMatricula(ctx.actor, input);
    }),
});
