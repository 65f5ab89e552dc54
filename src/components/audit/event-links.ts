import { classHref } from "@/components/classes/class-url";
import { familyHref } from "@/components/students/family/family-url";
import { studentHref } from "@/components/students/student-url";
import { personHref } from "@/components/users/users-url";

/** The page of what the event is about; undefined for what has none. */
export function subjectHref(event: { subjectType: string; subjectId: string | null }): string | undefined {
  const { subjectType, subjectId } = event;
  if (subjectId === null) return undefined;
  if (subjectType === "user") return personHref(subjectId);
  if (subjectType === "class") return classHref("/org-admin", subjectId);
  if (subjectType === "guardian") return familyHref(subjectId);
  if (subjectType === "student") return studentHref("/org-admin", subjectId);
  return subjectType === "organization" ? "/org-admin/settings" : undefined;
}
