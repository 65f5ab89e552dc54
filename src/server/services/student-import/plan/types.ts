import type { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import type {
  authorizedPersons,
  guardians,
  healthRecords,
  studentGuardians,
  studentStatuses,
  students,
} from "@/db/schema/tenant/students";
import type { RowProblem, RowValues } from "@/domain/matricula/read-row";
import type { ImportChange, ImportCounts, ImportCreates, ImportVerdict } from "@/domain/student-import-list";

export type Student = typeof students.$inferSelect;
export type Health = typeof healthRecords.$inferSelect;
export type Guardian = typeof guardians.$inferSelect;
export type Link = typeof studentGuardians.$inferSelect;
export type Authorized = typeof authorizedPersons.$inferSelect;
export type StatusLine = typeof studentStatuses.$inferInsert;
type Year = Pick<typeof academicYears.$inferSelect, "id" | "name" | "state">;
type Grade = Pick<typeof grades.$inferSelect, "id" | "name">;
type Section = Pick<typeof sections.$inferSelect, "id" | "yearId" | "gradeId" | "name">;

/** Where a row puts its student, by id; what is not there yet has a made-up id and is made before anything is written. */
export type Place = {
  yearId: string;
  gradeId: string;
  sectionId: string;
  names: { year: string; grade: string; section: string };
};

/** What of the school a file can be about, read at once. */
export type School = {
  organizationId: string;
  /** Today there, as an ISO date. */
  today: string;
  /** Of rows that name no year. */
  defaultYear: string;
  years: Year[];
  grades: Grade[];
  sections: Section[];
  students: Student[];
  health: Health[];
  /** Of these students, and of their guardians to other children. */
  links: Link[];
  guardians: Guardian[];
  authorized: Authorized[];
  /** How many students the school has. */
  studentCount: number;
};

export type FileRow = { rowNumber: number; values: RowValues; problems: RowProblem[] };

/** Whether a change shall be made. */
export type Decide = (rowNumber: number, change: ImportChange) => boolean;

/** A record before and after; null where it was not there, or shall not be. */
export type Write<Row> = { rowNumber: number; before: Row | null; after: Row | null };

export type PlannedRow = {
  rowNumber: number;
  verdict: ImportVerdict;
  /** Something of it is to be written. */
  isWritten: boolean;
  studentId: string | null;
  name: string;
  document: string;
  changes: (ImportChange & { taken: boolean })[];
  problems: RowProblem[];
};

export type Plan = {
  rows: PlannedRow[];
  creates: ImportCreates;
  /** Where the rows put their students, each place once. */
  places: Place[];
  counts: Omit<ImportCounts, "keptFields" | "reverted" | "keptAtUndo">;
  writes: {
    students: Write<Student>[];
    health: Write<Health>[];
    guardians: Write<Guardian>[];
    links: Write<Link>[];
    authorized: Write<Authorized>[];
    statuses: (StatusLine & { rowNumber: number })[];
  };
};
