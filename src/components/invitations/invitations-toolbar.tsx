"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Rows3, Rows4 } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePreferences } from "@/components/shell/use-preferences";
import { FilterChip } from "@/components/ui/filter-chip";
import { IconButton } from "@/components/ui/icon-button";
import { SearchField } from "@/components/ui/search-field";
import { Tabs } from "@/components/ui/tabs";
import { Toolbar } from "@/components/ui/toolbar";
import type { Density } from "@/domain/preferences";
import { INVITATION_STATUSES, type InvitationStatus, ROLES } from "@/domain/roles";
import { useTRPC } from "@/trpc/client";
import { type ListView, listQuery } from "./list-params";

export interface InvitationsToolbarProps {
  base: string;
  view: ListView;
  counts: Record<InvitationStatus, number>;
  all: number;
  density: Density;
  onShow: (change: Partial<ListView>) => void;
}

/** Status as tabs, then search and filters. */
export function InvitationsToolbar({ base, view, counts, all, density, onShow }: InvitationsToolbarProps) {
  const t = useTranslations("invitations");
  const tRole = useTranslations("roles");
  const prefer = usePreferences();
  const compact = density === "compact";
  const trpc = useTRPC();
  const classes = useSuspenseQuery(trpc.class.list.queryOptions()).data;
  const at = (status: InvitationStatus | null) => ({
    href: listQuery(base, { ...view, status, pages: [], open: null }),
    current: view.status === status,
  });
  return (
    <>
      <Tabs
        label={t("list.views")}
        items={[
          { ...at(null), label: t("list.all"), count: all },
          ...INVITATION_STATUSES.map((status) => ({
            ...at(status),
            label: t(`tabs.${status}`),
            count: counts[status],
          })),
        ]}
      />
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
