"use client";

import { Check, CircleHelp, CircleX, Copy, Lock, MailCheck, Shapes, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { VerdictCode } from "@/domain/invitation-verdict";

const LOOKS: Record<VerdictCode, { tone: BadgeTone; icon: ReactNode }> = {
  new: { tone: "success", icon: <Check /> },
  already_invited: { tone: "neutral", icon: <MailCheck /> },
  already_member: { tone: "neutral", icon: <UserCheck /> },
  repeated: { tone: "neutral", icon: <Copy /> },
  malformed: { tone: "danger", icon: <CircleX /> },
  missing_role: { tone: "warning", icon: <CircleHelp /> },
  unknown_role: { tone: "warning", icon: <CircleHelp /> },
  role_not_allowed: { tone: "danger", icon: <Lock /> },
  missing_class: { tone: "warning", icon: <Shapes /> },
  unknown_class: { tone: "warning", icon: <Shapes /> },
  class_archived: { tone: "warning", icon: <Shapes /> },
  class_not_allowed: { tone: "danger", icon: <Lock /> },
};

const NEEDS_NOTHING: readonly VerdictCode[] = ["new", "already_invited", "already_member", "repeated"];

/** Whether a line waits for somebody to mend it. */
export function needsYou(code: VerdictCode): boolean {
  return !NEEDS_NOTHING.includes(code);
}

/** What becomes of a line, in a word. */
export function VerdictBadge({ code }: { code: VerdictCode }) {
  const t = useTranslations("verdicts.label");
  const { tone, icon } = LOOKS[code];
  return (
    <Badge tone={tone} icon={icon}>
      {t(code)}
    </Badge>
  );
}
