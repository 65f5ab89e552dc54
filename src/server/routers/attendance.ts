import {
  attendanceIdInput,
  listAttendanceInput,
  recordAttendanceInput,
  updateAttendanceInput,
} from "@/domain/attendance";
import { listAttendance, recordAttendance, removeAttendance, updateAttendance } from "../services/attendance";
import { permit, router } from "../trpc";

const reading = permit(
  "student:list",
  "student:list-own-classes",
  "student:read-children",
  "student:read-self",
);
const marking = permit("attendance:manage", "attendance:manage-own-classes");

/** On which days a student was away or late: for whoever reaches the record, marked by the school's admin and its coaches. */
export const attendanceRouter = router({
  list: reading.input(listAttendanceInput).query(({ ctx, input }) => listAttendance(ctx.actor, input)),
  record: marking
    .input(recordAttendanceInput)
    .mutation(({ ctx, input }) => recordAttendance(ctx.actor, input)),
  update: marking
    .input(updateAttendanceInput)
    .mutation(({ ctx, input }) => updateAttendance(ctx.actor, input)),
  remove: marking.input(attendanceIdInput).mutation(({ ctx, input }) => removeAttendance(ctx.actor, input)),
});
