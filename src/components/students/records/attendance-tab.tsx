"use client";

import { can } from "@/domain/permissions";
import type { StudentTabProps } from "../student-page/tab-props";
import { AttendanceList } from "./attendance-list";

/** A student's attendance, for whoever may see the record; its own school marks days. */
export default function AttendanceTab({ student, viewer }: StudentTabProps) {
  return (
    <AttendanceList
      studentId={student.id}
      marks={student.closed === null && can(viewer.role, "attendance:manage")}
    />
  );
}
