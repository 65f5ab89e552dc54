"use client";

import { Rows3, Rows4 } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePreferences } from "@/components/shell/use-preferences";
import { Chip, FilterChip } from "@/components/ui/filter-chip";
import { IconButton } from "@/components/ui/icon-button";
import { SearchField } from "@/components/ui/search-field";
import { Toolbar } from "@/components/ui/toolbar";
import { AUDIT_KIND_NAMES } from "@/domain/audit-list";
import type { Density } from "@/domain/preferences";
import { someOf } from "@/lib/one-of";
import { ActorFilter } from "./actor-filter";
import type { AuditUrl } from "./audit-url";
import { useLog } from "./log-source";
import { PeriodFilter } from "./period-filter";
import { SchoolFilter } from "./school-filter";

export interface AuditToolbarProps {
  url: AuditUrl;
  density: Density;
  onNarrow: (change: Partial<AuditUrl>, how?: { replace?: boolean }) => void;
}

/** Search, filters and density of the log. */
export function AuditToolbar({ url, density, onNarrow }: AuditToolbarProps) {
  const t = useTranslations("auditLog");
  const tUsers = useTranslations("users");
  const prefer = usePreferences();
  const compact = density === "compact";
  const ofMany = useLog().scope === "platform";
  return (
    <Toolbar
      search={
        <SearchField
          label={t("search")}
          placeholder={t("searchPlaceholder")}
          value={url.q}
          onSearch={(q) => onNarrow({ q }, { replace: true })}
        />
      }
      filtersLabel={tUsers("filters")}
      filters={
        <>
          {ofMany ? <SchoolFilter school={url.school} onChange={(school) => onNarrow({ school })} /> : null}
          <ActorFilter actor={url.actor} school={url.school} onChange={(actor) => onNarrow({ actor })} />
          <FilterChip
            label={t("columns.kind")}
            options={AUDIT_KIND_NAMES.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            value={url.kind}
            onChange={(chosen) => onNarrow({ kind: someOf(AUDIT_KIND_NAMES, chosen) })}
          />
          <PeriodFilter time={url} onChange={onNarrow} />
          {url.about === null ? null : (
            <Chip label={t("about")} chosen={t("oneRecord")} onClear={() => onNarrow({ about: null })}>
              <p className="p-3 text-ink-2">{t("aboutHint")}</p>
            </Chip>
          )}
        </>
      }
      end={
        <IconButton
          size="md"
          label={tUsers("compactRows")}
          icon={compact ? <Rows4 /> : <Rows3 />}
          aria-pressed={compact}
          onPress={() => prefer({ density: compact ? "comfortable" : "compact" })}
        />
      }
    />
  );
}
