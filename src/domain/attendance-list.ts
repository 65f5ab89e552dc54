/** A student's attendance by days, for server and browser; `attendance.ts` has the schemas. */

/** What a day can be marked with; a day without a mark is one on which the student was there. */
export const ATTENDANCE_MARKS = ["absent", "excused", "late"] as const;
export type AttendanceMark = (typeof ATTENDANCE_MARKS)[number];

export const ATTENDANCE_AT_ONCE = 30;
