"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { NoResults } from "@/components/ui/no-results";
import { PageBody } from "@/components/ui/page-body";
import { SearchField } from "@/components/ui/search-field";
import { Tabs } from "@/components/ui/tabs";
import { Toolbar } from "@/components/ui/toolbar";
import { INVITATION_STATUSES } from "@/domain/roles";
import { useTRPC } from "@/trpc/client";
import { type InvitationsUrl, invitationsHref, nextPage, pageOf, previousPage } from "./invitations-url";
import { useSchoolInvitationColumns } from "./school-invitation-columns";
import { SchoolInvitationPanel } from "./school-invitation-panel";
import { useSchoolInvitationActions } from "./use-school-invitation-actions";

const WHILE_SENDING = 2_000;

export interface SchoolInvitationsListProps {
  view: InvitationsUrl;
  /** What the rows are of: the view, or the one before it. */
  shown: InvitationsUrl;
  onShow: (change: Partial<InvitationsUrl>, how?: { history: "push" | "replace" }) => void;
  /** The head of the page, with or without the button that invites. */
  head: (withInvite: boolean) => ReactNode;
  invite: ReactNode;
}

/** One page of the list with its states, search and side panel; or that nobody was invited yet. */
export function SchoolInvitationsList({ view, shown, onShow, head, invite }: SchoolInvitationsListProps) {
  const t = useTranslations("schoolInvitations");
  const tStatus = useTranslations("invitations.tabs");
  const trpc = useTRPC();
  const { data: counts } = useSuspenseQuery(trpc.schoolInvitation.counts.queryOptions());
  const { data } = useSuspenseQuery({
    ...trpc.schoolInvitation.list.queryOptions(pageOf(shown)),
    refetchInterval: ({ state }) =>
      state.data?.rows.some(({ status, delivery }) => status === "pending" && delivery === "queued")
        ? WHILE_SENDING
        : false,
  });
  const actions = useSchoolInvitationActions();
  const columns = useSchoolInvitationColumns(view);
  const { rows, from, nextCursor } = data;
  const all = INVITATION_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const search = view.q.trim();
  const total = search ? undefined : view.status ? counts[view.status] : all;
  const index = rows.findIndex(({ id }) => id === view.open);
  const row = rows[index];
  const openAt = (place: number) => {
    const next = rows[place];
    return next ? () => onShow({ open: next.id }, { history: "replace" }) : undefined;
  };

  if (all === 0)
    return (
      <PageBody>
        {head(false)}
        <div className="py-12">
          <EmptyState drawing="invitations" title={t("emptyTitle")} actions={invite}>
            {t("emptyBody")}
          </EmptyState>
        </div>
      </PageBody>
    );
  return (
    <PageBody
      panel={
        row ? (
          <SchoolInvitationPanel
            row={row}
            position={t("panel.position", { index: from + index, total: total ?? rows.length })}
            actions={actions}
            onClose={() => onShow({ open: null })}
            onPrevious={openAt(index - 1)}
            onNext={openAt(index + 1)}
          />
        ) : undefined
      }
    >
      {head(true)}
      <Tabs
        label={t("list.states")}
        items={[
          {
            href: invitationsHref({ q: view.q }),
            current: view.status === null,
            label: t("list.all"),
            count: all,
          },
          ...INVITATION_STATUSES.map((status) => ({
            href: invitationsHref({ q: view.q, status }),
            current: view.status === status,
            label: tStatus(status),
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
            onSearch={(q) => onShow({ q, after: null, trail: [], open: null }, { history: "replace" })}
          />
        }
      />
      {rows.length === 0 ? (
        <div className="py-12">
          <NoResults
            title={search ? t("list.noneSearch", { search }) : t("list.none")}
            actions={<ButtonLink href={invitationsHref({})}>{t("list.showAll")}</ButtonLink>}
          />
        </div>
      ) : (
        <div
          aria-busy={shown !== view || undefined}
          className={cx(
            "flex flex-col gap-(--stack)",
            shown !== view && "opacity-60 transition-opacity delay-150",
          )}
        >
          <DataTable
            caption={t("list.caption")}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowLabel={({ name }) => name}
            currentKey={view.open}
            onOpen={({ id }) => onShow({ open: id }, { history: "push" })}
          />
          <KeysetPager
            from={from}
            to={from + rows.length - 1}
            total={total}
            previousHref={view.after ? invitationsHref(previousPage(view)) : undefined}
            nextHref={nextCursor ? invitationsHref(nextPage(view, nextCursor)) : undefined}
          />
        </div>
      )}
    </PageBody>
  );
}
