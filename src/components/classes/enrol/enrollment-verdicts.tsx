"use client";

import {
  Check,
  CircleX,
  Copy,
  GraduationCap,
  Hourglass,
  Lock,
  SearchX,
  UserCheck,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { EnrollmentRefusal, EnrollmentVerdict } from "@/domain/class-list";

const LOOKS: Record<EnrollmentVerdict, { tone: BadgeTone; icon: ReactNode }> = {
  enroll: { tone: "success", icon: <Check /> },
  wait: { tone: "info", icon: <Hourglass /> },
  already_enrolled: { tone: "neutral", icon: <UserCheck /> },
  already_waiting: { tone: "neutral", icon: <Hourglass /> },
  repeated: { tone: "neutral", icon: <Copy /> },
  malformed: { tone: "danger", icon: <CircleX /> },
  ambiguous: { tone: "warning", icon: <Users /> },
  not_found: { tone: "warning", icon: <SearchX /> },
  not_student: { tone: "danger", icon: <GraduationCap /> },
  suspended: { tone: "danger", icon: <Lock /> },
};

/** Whether a line stays out. */
export function isRefused(verdict: EnrollmentVerdict): verdict is EnrollmentRefusal {
  return verdict !== "enroll" && verdict !== "wait";
}

/** Why a line stays out: the repair where there is one. */
export function useRefusalReason() {
  const t = useTranslations("classes.enrol.reasons");
  return (verdict: EnrollmentRefusal, firstLine: number | null) =>
    verdict === "repeated" ? t(verdict, { firstLine: firstLine ?? 0 }) : t(verdict);
}

/** What becomes of a line, in a word, and why where it stays out. */
export function EnrollmentVerdictCell(props: { verdict: EnrollmentVerdict; firstLine: number | null }) {
  const { verdict, firstLine } = props;
  const t = useTranslations("classes.enrol.verdicts");
  const reasonOf = useRefusalReason();
  const { tone, icon } = LOOKS[verdict];
  return (
    <>
      <Badge tone={tone} icon={icon}>
        {t(verdict)}
      </Badge>
      {isRefused(verdict) ? (
        <span className="mt-0.5 block max-w-80 text-xs text-ink-3">{reasonOf(verdict, firstLine)}</span>
      ) : null}
    </>
  );
}
