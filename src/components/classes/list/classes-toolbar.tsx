"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Rows3, Rows4 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { usePreferences } from "@/components/shell/use-preferences";
import { FilterChip } from "@/components/ui/filter-chip";
import { IconButton } from "@/components/ui/icon-button";
import { SearchField } from "@/components/ui/search-field";
import { Toolbar } from "@/components/ui/toolbar";
import { SEAT_FILTERS } from "@/domain/class-list";
import type { Density } from "@/domain/preferences";
import { someOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import type { ClassesUrl } from "./classes-url";

export interface ClassesToolbarProps {
  url: ClassesUrl;
  density: Density;
  /** Offers to filter by coach: a coach sees their own classes anyway. */
  everyCoach: boolean;
  onNarrow: (change: Partial<ClassesUrl>, how?: { replace?: boolean }) => void;
}

/** Search, filters and density of the list of classes. */
export function ClassesToolbar({ url, density, everyCoach, onNarrow }: ClassesToolbarProps) {
  const t = useTranslations("classes.list");
  const tUsers = useTranslations("users");
  const prefer = usePreferences();
  const compact = density === "compact";
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
          <QueryBoundary>
            <Suspense fallback={null}>
              <FacetFilters url={url} everyCoach={everyCoach} onNarrow={onNarrow} />
            </Suspense>
          </QueryBoundary>
          <FilterChip
            label={t("columns.seats")}
            options={SEAT_FILTERS.map((seats) => ({ value: seats, label: t(`seats.${seats}`) }))}
            value={url.seats}
            onChange={(chosen) => onNarrow({ seats: someOf(SEAT_FILTERS, chosen) })}
          />
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

const NO_LEAD = "none";

/** Filters whose choices are those of the school: its coaches and its years. */
function FacetFilters({ url, everyCoach, onNarrow }: Omit<ClassesToolbarProps, "density">) {
  const t = useTranslations("classes.list");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.class.facets.queryOptions());
  const chosen = url.lead === "none" ? NO_LEAD : url.coach;
  return (
    <>
      {everyCoach ? (
        <FilterChip
          single
          label={t("columns.coach")}
          options={[
            { value: NO_LEAD, label: t("withoutLead") },
            ...data.coaches.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={chosen === null ? [] : [chosen]}
          onChange={([next]) =>
            onNarrow(next === NO_LEAD ? { lead: "none", coach: null } : { lead: null, coach: next ?? null })
          }
        />
      ) : null}
      {data.years.length > 0 ? (
        <FilterChip
          label={t("columns.year")}
          options={data.years.map((year) => ({ value: year, label: year }))}
          value={url.year}
          onChange={(years) => onNarrow({ year: [...years] })}
        />
      ) : null}
    </>
  );
}
