import type { Role } from "@/domain/roles";
import type { StudentArea } from "../student-url";
import type { StudentDetail } from "../types";

/** Who looks at a record. */
export type StudentViewer = { userId: string | null; role: Role };

/** What every part of a student's page is given. */
export interface StudentTabProps {
  student: StudentDetail;
  area: StudentArea;
  viewer: StudentViewer;
  now: Date;
}
