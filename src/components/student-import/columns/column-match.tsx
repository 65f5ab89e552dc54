"use client";

import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { StatusDot } from "@/components/ui/status-dot";
import type { ColumnMatch } from "@/domain/student-import-list";

/** How a column came to its field; only what was guessed asks to be looked at. */
export function ColumnMatchMark({ match }: { match: ColumnMatch }) {
  const t = useTranslations("studentImport.columns.matches");
  if (match === "suggested")
    return (
      <Badge tone="info" icon={<Sparkles />}>
        {t(match)}
      </Badge>
    );
  return <StatusDot tone={match === "none" ? "off" : "on"}>{t(match)}</StatusDot>;
}
