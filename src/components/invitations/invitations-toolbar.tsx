"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Rows3, Rows4 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { usePreferences } from "@/components/shell/use-preferences";
import { FilterChip } from "@/components/ui/filter-chip";
import { IconButton } from "@/components/ui/icon-button";
import { SearchField } from "@/components/ui/search-field";
import { type TabItem, Tabs } from "@/components/ui/tabs";
import { Toolbar } from "@/components/ui/toolbar";
import type { Density } from "@/domain/preferences";
import { INVITATION_DUES, INVITATION_STATUSES, type InvitationStatus, ROLES } from "@/domain/roles";
import { useTRPC } from "@/trpc/client";
import { isFiltered, type ListView, listQuery, viewQuery } from "./list-params";

// Comes after the list itself: the tabs that are always there stand in for it.
const ListViews = lazy(() => import("@/components/views/list-views"));

export interface InvitationsToolbarProps {
  base: string;
  view: ListView;
  counts: Record<InvitationStatus, number>;
  all: number;
  density: Density;
  /** The viewer has a place in the school where views can be kept. */
  keepsViews: boolean;
  onShow: (change: Partial<ListView>) => void;
}

/** Status as tabs, then search and filters. */
export function InvitationsToolbar(props: InvitationsToolbarProps) {
  const { base, view, counts, all, density, keepsViews, onShow } = props;
  const t = useTranslations("invitations");
  const tRole = useTranslations("roles");
  const prefer = usePreferences();
  const compact = density === "compact";
  const trpc = useTRPC();
  const classes = useSuspenseQuery(trpc.class.options.queryOptions()).data;
  const at = (status: InvitationStatus | null) => ({
    href: listQuery(base, { ...view, status, pages: [], open: null }),
    current: view.status === status && !isFiltered(view),
  });
  const builtIn: TabItem[] = [
    { ...at(null), label: t("list.all"), count: all },
    ...INVITATION_STATUSES.map((status) => ({
      ...at(status),
      label: t(`tabs.${status}`),
      count: counts[status],
    })),
  ];
  const tabs = <Tabs label={t("list.views")} items={builtIn} />;
  return (
    <>
      {keepsViews ? (
        <Suspense fallback={tabs}>
          <ListViews screen="invitations" path={base} query={viewQuery(view)} builtIn={builtIn} />
        </Suspense>
      ) : (
        tabs
      )}
      <Toolbar
        search={
          <SearchField
            label={t("list.search")}
            placeholder={t("list.searchPlaceholder")}
            value={view.q}
            onSearch={(q) => onShow({ q })}
          />
        }
        filtersLabel={t("list.filters")}
        filters={
          <>
            <FilterChip
              label={t("list.role")}
              options={ROLES.map((role) => ({ value: role, label: tRole(role) }))}
              value={view.role}
              onChange={(chosen) => onShow({ role: ROLES.filter((role) => chosen.includes(role)) })}
            />
            <FilterChip
              single
              label={t("list.due")}
              options={INVITATION_DUES.map((due) => ({ value: due, label: t(`list.dues.${due}`) }))}
              value={view.due === null ? [] : [view.due]}
              onChange={([chosen]) => onShow({ due: INVITATION_DUES.find((due) => due === chosen) ?? null })}
            />
            {classes.length > 0 ? (
              <FilterChip
                single
                label={t("list.class")}
                options={classes.map(({ id, name }) => ({ value: id, label: name }))}
                value={view.class === null ? [] : [view.class]}
                onChange={([chosen]) => onShow({ class: chosen ?? null })}
              />
            ) : null}
          </>
        }
        end={
          <IconButton
            size="md"
            label={t("list.compactRows")}
            icon={compact ? <Rows4 /> : <Rows3 />}
            aria-pressed={compact}
            onPress={() => prefer({ density: compact ? "comfortable" : "compact" })}
          />
        }
      />
    </>
  );
}
