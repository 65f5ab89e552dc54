import { createLoader, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import type { Permission } from "@/domain/permissions";

/** Where the same record stands for an admin, a coach, a parent and the student. */
export const RECORDS = {
  "/org-admin": "/org-admin/students",
  "/coach": "/coach/students",
  "/parent": "/parent/children",
  "/student": "/student/record",
} as const;
export type StudentArea = keyof typeof RECORDS;

/** The parts of a record, in the order of their tabs; `tab-parts.tsx` has what they show. */
export const STUDENT_TABS = [
  "profile",
  "family",
  "academic",
  "attendance",
  "health",
  "discipline",
  "documents",
  "history",
] as const;
export type StudentTab = (typeof STUDENT_TABS)[number];

const ALL_READERS: readonly Permission[] = ["student:list", "student:read-children", "student:read-self"];

/** Who is shown a tab: whoever has one of its permissions. */
export const TAB_READERS: Record<StudentTab, readonly Permission[]> = {
  profile: ALL_READERS,
  family: ["student:list", "student:read-children"],
  academic: ALL_READERS,
  attendance: ALL_READERS,
  health: ["health:manage", "student:read-children", "student:read-self"],
  discipline: ["incident:manage"],
  documents: ["student:manage", "student:read-children"],
  history: ["student:manage"],
};

/** What the page of a student shows, as its address says it. */
export const studentParsers = { tab: parseAsStringLiteral(STUDENT_TABS).withDefault("profile") };
export type StudentUrl = inferParserType<typeof studentParsers>;

export const loadStudentUrl = createLoader(studentParsers);
const serialize = createSerializer(studentParsers);

/** The page of a student's record; a student has the own one alone. */
export function studentHref(area: StudentArea, id: string, url: Partial<StudentUrl> = {}): string {
  return serialize(area === "/student" ? RECORDS[area] : `${RECORDS[area]}/${id}`, url);
}

/** The form of a new record. */
export const NEW_STUDENT_PATH = "/org-admin/students/new";

/** The form of a record that is there. */
export function editHref(id: string): string {
  return `${RECORDS["/org-admin"]}/${id}/edit`;
}
