"use client";

import type { StudentTabProps } from "../student-page/tab-props";
import { IncidentList } from "./incident-list";

/** The incidents of a student, for the school's administrators. */
export default function DisciplineTab({ student }: StudentTabProps) {
  return <IncidentList studentId={student.id} closed={student.closed !== null} namesReporter />;
}
