import {
  academicRecordIdInput,
  academicRecordsInput,
  addAcademicRecordInput,
  restoreAcademicRecordInput,
  updateAcademicRecordInput,
} from "@/domain/academic-record";
import {
  addAcademicRecord,
  listAcademicRecords,
  removeAcademicRecord,
  restoreAcademicRecord,
  updateAcademicRecord,
} from "../services/academic-record";
import { permit, router } from "../trpc";

const managing = permit("student:manage");

/** A student's past school years: read by whoever reaches the student, written by the school's administrators. */
export const academicRecordRouter = router({
  list: permit("student:list", "student:list-own-classes", "student:read-children", "student:read-self")
    .input(academicRecordsInput)
    .query(({ ctx, input }) => listAcademicRecords(ctx.actor, input)),
  add: managing
    .input(addAcademicRecordInput)
    .mutation(({ ctx, input }) => addAcademicRecord(ctx.actor, input)),
  update: managing
    .input(updateAcademicRecordInput)
    .mutation(({ ctx, input }) => updateAcademicRecord(ctx.actor, input)),
  remove: managing
    .input(academicRecordIdInput)
    .mutation(({ ctx, input }) => removeAcademicRecord(ctx.actor, input)),
  restore: managing
    .input(restoreAcademicRecordInput)
    .mutation(({ ctx, input }) => restoreAcademicRecord(ctx.actor, input)),
});
