import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { StatusDot } from "@/components/ui/status-dot";
import type { OrganizationStatus } from "@/domain/roles";
import { type SchoolState, schoolState } from "@/domain/school-list";

const TONES: Partial<Record<SchoolState, "warning" | "danger" | "info">> = {
  suspended: "warning",
  provisioning: "info",
  deleted: "danger",
};

/** How a school stands: active and closed are a dot and a word, the rest asks for something. */
export function SchoolStateMark(props: { status: OrganizationStatus; deletedAt: Date | null }) {
  const t = useTranslations("schools.statuses");
  const state = schoolState(props);
  const tone = TONES[state];
  if (tone) return <Badge tone={tone}>{t(state)}</Badge>;
  return <StatusDot tone={state === "active" ? "on" : "off"}>{t(state)}</StatusDot>;
}
