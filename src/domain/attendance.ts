import { z } from "zod";
import { ATTENDANCE_AT_ONCE, ATTENDANCE_MARKS } from "./attendance-list";
import { lineSchema, pastDaySchema } from "./student";

/** Inputs about a student's attendance by days; issues carry keys of the `errors` messages. */

const fields = {
  day: pastDaySchema,
  mark: z.enum(ATTENDANCE_MARKS),
  reason: lineSchema(),
};

/** What the form holds. */
export const attendanceSchema = z.object(fields);
export const recordAttendanceInput = z.object({ studentId: z.uuid(), ...fields });
/** With `base`, what the form was loaded with, a stale save is told. */
export const updateAttendanceInput = z.object({
  id: z.uuid(),
  ...z.object(fields).partial().shape,
  base: z.object(fields).partial().optional(),
});
export const attendanceIdInput = z.object({ id: z.uuid() });
export const listAttendanceInput = z.object({
  studentId: z.uuid(),
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(ATTENDANCE_AT_ONCE).default(ATTENDANCE_AT_ONCE),
});

export type AttendanceValues = z.output<typeof attendanceSchema>;
export type RecordAttendanceInput = z.output<typeof recordAttendanceInput>;
export type UpdateAttendanceInput = z.output<typeof updateAttendanceInput>;
export type ListAttendanceInput = z.output<typeof listAttendanceInput>;
