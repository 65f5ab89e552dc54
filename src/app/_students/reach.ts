import type { StudentArea } from "@/components/students/student-url";
import type { Permission } from "@/domain/permissions";

/** Where the same pages of a record stand, and what each asks of who opens it. */
export type StudentsReach = { area: StudentArea; permission: Permission };

export const ALL_STUDENTS: StudentsReach = { area: "/org-admin", permission: "student:list" };

export const OWN_CHILDREN: StudentsReach = { area: "/parent", permission: "student:read-children" };

export const OWN_RECORD: StudentsReach = { area: "/student", permission: "student:read-self" };
