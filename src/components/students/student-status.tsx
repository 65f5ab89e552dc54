import { useTranslations } from "next-intl";
import { StatusDot } from "@/components/ui/status-dot";
import type { Gender, StudentStatus } from "@/domain/student-list";

const TONES = { active: "on", inactive: "off", transferred: "neutral", graduated: "neutral" } as const;

/** A student's enrolment status: a dot and a word. */
export function StudentStatusMark({ status, gender }: { status: StudentStatus; gender: Gender }) {
  const t = useTranslations("students.statuses");
  return <StatusDot tone={TONES[status]}>{t(status, { gender })}</StatusDot>;
}
