"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { useDay } from "@/components/use-day";
import { type StudentArea, studentHref } from "../student-url";
import type { StudentDetail } from "../types";

/** Says that a record can only be read, and where the student's own goes on. */
export default function ClosedCallout({ student, area }: { student: StudentDetail; area: StudentArea }) {
  const t = useTranslations("students.closed");
  const { day } = useDay();
  if (student.mergedIntoId !== null)
    return (
      <Callout tone="info" title={t("mergedTitle")}>
        {t.rich("merged", {
          name: student.mergedIntoName ?? "",
          record: (name) => <Link href={studentHref(area, student.mergedIntoId ?? "")}>{name}</Link>,
        })}
      </Callout>
    );
  if (student.lockedAt === null) return null;
  return (
    <Callout tone="info" title={t("lockedTitle", { date: day(student.lockedAt) })}>
      {t("locked")}
    </Callout>
  );
}
