"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Columns3, Rows3, Rows4 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { QueryBoundary } from "@/components/query-boundary";
import { usePreferences } from "@/components/shell/use-preferences";
import { FilterChip, FilterOptions } from "@/components/ui/filter-chip";
import { IconButton } from "@/components/ui/icon-button";
import { Popup } from "@/components/ui/popup";
import { SearchField } from "@/components/ui/search-field";
import { Toolbar } from "@/components/ui/toolbar";
import type { Density } from "@/domain/preferences";
import { someOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import { STUDENT_COLUMNS, type StudentsUrl } from "./students-url";

export interface StudentsToolbarProps {
  url: StudentsUrl;
  density: Density;
  onNarrow: (change: Partial<StudentsUrl>, how?: { replace?: boolean }) => void;
  onColumns: (columns: StudentsUrl["cols"]) => void;
}

/** Search, filters, columns and density of the list of students. */
export function StudentsToolbar({ url, density, onNarrow, onColumns }: StudentsToolbarProps) {
  const t = useTranslations("students.list");
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
        <QueryBoundary>
          <Suspense fallback={null}>
            <PlaceFilters url={url} onNarrow={onNarrow} />
          </Suspense>
        </QueryBoundary>
      }
      end={
        <>
          <Popup
            label={t("chooseColumns")}
            className="w-60"
            trigger={<IconButton size="md" label={t("chooseColumns")} icon={<Columns3 />} />}
          >
            <FilterOptions
              label={t("chooseColumns")}
              options={STUDENT_COLUMNS.map((column) => ({ value: column, label: t(`columns.${column}`) }))}
              value={url.cols}
              // In their own order, in whichever order they are chosen.
              onChange={(chosen) => onColumns(STUDENT_COLUMNS.filter((column) => chosen.includes(column)))}
            />
          </Popup>
          <IconButton
            size="md"
            label={tUsers("compactRows")}
            icon={compact ? <Rows4 /> : <Rows3 />}
            aria-pressed={compact}
            onPress={() => prefer({ density: compact ? "comfortable" : "compact" })}
          />
        </>
      }
    />
  );
}

const NO_SECTION = "none";

/** Filters whose choices are those of the school: its grades, the sections of a year, its years. */
function PlaceFilters({ url, onNarrow }: Pick<StudentsToolbarProps, "url" | "onNarrow">) {
  const t = useTranslations("students.list");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.student.options.queryOptions());
  const { years, grades, sections } = data;
  const yearId = url.year ?? years.find(({ isCurrent }) => isCurrent)?.id;
  const gradeNames = new Map(grades.map(({ id, name }) => [id, name]));
  const offered = sections.filter(
    (section) =>
      url.section.includes(section.id) ||
      (section.yearId === yearId && (url.grade.length === 0 || url.grade.includes(section.gradeId))),
  );
  return (
    <>
      {grades.length > 0 ? (
        <FilterChip
          label={t("filters.grade")}
          options={grades.map(({ id, name }) => ({ value: id, label: name }))}
          value={url.grade}
          onChange={(grade) => onNarrow({ grade, section: [] })}
        />
      ) : null}
      <FilterChip
        label={t("filters.section")}
        options={[
          { value: NO_SECTION, label: t("filters.noSection") },
          ...offered.map(({ id, gradeId, name, studentCount }) => ({
            value: id,
            label: [gradeNames.get(gradeId), name].filter(Boolean).join(" "),
            count: studentCount,
          })),
        ]}
        value={url.place === "none" ? [NO_SECTION] : url.section}
        onChange={(chosen) => {
          const none = chosen.includes(NO_SECTION) && url.place !== "none";
          const section = someOf(
            offered.map(({ id }) => id),
            chosen,
          );
          onNarrow(none ? { place: "none", section: [] } : { place: null, section });
        }}
      />
      {years.length > 1 ? (
        <FilterChip
          single
          label={t("filters.year")}
          options={years.map(({ id, name }) => ({ value: id, label: name }))}
          value={url.year ? [url.year] : []}
          onChange={([year]) => onNarrow({ year: year ?? null, section: [] })}
        />
      ) : null}
    </>
  );
}
