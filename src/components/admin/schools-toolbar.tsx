"use client";

import { useTranslations } from "next-intl";
import { FilterChip } from "@/components/ui/filter-chip";
import { SearchField } from "@/components/ui/search-field";
import { Toolbar } from "@/components/ui/toolbar";
import { ORGANIZATION_PLANS } from "@/domain/roles";
import { SCHOOL_STATES } from "@/domain/school-list";
import { someOf } from "@/lib/one-of";
import type { SchoolsUrl } from "./schools-url";

export interface SchoolsToolbarProps {
  url: SchoolsUrl;
  onNarrow: (change: Partial<SchoolsUrl>, how?: { replace?: boolean }) => void;
}

/** What the list of schools is searched and filtered by. */
export function SchoolsToolbar({ url, onNarrow }: SchoolsToolbarProps) {
  const t = useTranslations("schools");
  const tTier = useTranslations("tiers");
  const tUsers = useTranslations("users");
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
          <FilterChip
            label={t("columns.status")}
            options={SCHOOL_STATES.map((state) => ({ value: state, label: t(`statuses.${state}`) }))}
            value={url.status}
            onChange={(chosen) => onNarrow({ status: someOf(SCHOOL_STATES, chosen) })}
          />
          <FilterChip
            label={t("columns.plan")}
            options={ORGANIZATION_PLANS.map((plan) => ({ value: plan, label: tTier(plan) }))}
            value={url.plan}
            onChange={(chosen) => onNarrow({ plan: someOf(ORGANIZATION_PLANS, chosen) })}
          />
        </>
      }
    />
  );
}
