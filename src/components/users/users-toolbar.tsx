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
import type { Density } from "@/domain/preferences";
import { ROLES, USER_STATUSES } from "@/domain/roles";
import { someOf } from "@/lib/one-of";
import { useTRPC } from "@/trpc/client";
import type { UsersUrl } from "./users-url";

export interface UsersToolbarProps {
  url: UsersUrl;
  density: Density;
  onNarrow: (change: Partial<UsersUrl>, how?: { replace?: boolean }) => void;
}

/** Search, filters and density of the list of people. */
export function UsersToolbar({ url, density, onNarrow }: UsersToolbarProps) {
  const t = useTranslations("users");
  const tRole = useTranslations("roles");
  const tStatus = useTranslations("users.statuses");
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
      filtersLabel={t("filters")}
      filters={
        <>
          <FilterChip
            label={t("columns.role")}
            options={ROLES.map((role) => ({ value: role, label: tRole(role) }))}
            value={url.role}
            onChange={(chosen) => onNarrow({ role: someOf(ROLES, chosen) })}
          />
          <FilterChip
            label={t("columns.status")}
            options={USER_STATUSES.map((status) => ({ value: status, label: tStatus(status) }))}
            value={url.status}
            onChange={(chosen) => onNarrow({ status: someOf(USER_STATUSES, chosen) })}
          />
          <QueryBoundary>
            <Suspense fallback={null}>
              <ClassFilter url={url} onNarrow={onNarrow} />
            </Suspense>
          </QueryBoundary>
        </>
      }
      end={
        <IconButton
          size="md"
          label={t("compactRows")}
          icon={compact ? <Rows4 /> : <Rows3 />}
          aria-pressed={compact}
          onPress={() => prefer({ density: compact ? "comfortable" : "compact" })}
        />
      }
    />
  );
}

function ClassFilter({ url, onNarrow }: Pick<UsersToolbarProps, "url" | "onNarrow">) {
  const t = useTranslations("users");
  const trpc = useTRPC();
  const { data: classes } = useSuspenseQuery(trpc.class.options.queryOptions());
  if (classes.length === 0) return null;
  return (
    <FilterChip
      single
      label={t("columns.class")}
      options={classes.map(({ id, name, state }) => ({
        value: id,
        label: name,
        count: state === "archived" ? t("archived") : undefined,
      }))}
      value={url.class ? [url.class] : []}
      onChange={([chosen]) => onNarrow({ class: chosen ?? null })}
    />
  );
}
