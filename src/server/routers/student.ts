import { listStudentsInput, studentIdInput } from "@/domain/student";
import { getFamily } from "../services/guardian";
import { getStudent, listStudents } from "../services/student";
import { permit, router } from "../trpc";

const reading = permit(
  "student:list",
  "student:list-own-classes",
  "student:read-children",
  "student:read-self",
);

/** Students' records; a coach's reach are those of their classes, a parent's their children, a student's the own one. */
export const studentRouter = router({
  list: permit("student:list", "student:list-own-classes")
    .input(listStudentsInput)
    .query(({ ctx, input }) => listStudents(ctx.actor, input)),
  get: reading.input(studentIdInput).query(({ ctx, input }) => getStudent(ctx.actor, input)),
  family: reading.input(studentIdInput).query(({ ctx, input }) => getFamily(ctx.actor, input)),
});
