"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import type { Density } from "@/domain/preferences";
import { INVITATION_STATUSES } from "@/domain/roles";
import { useTRPC } from "@/trpc/client";
import { ActionDialogs } from "./action-dialogs";
import { InvitationPanel } from "./invitation-panel";
import { InvitationsBulkBar } from "./invitations-bulk-bar";
import { InvitationsToolbar } from "./invitations-toolbar";
import { isFiltered, type ListView, listInput, listParams, listQuery, pagesAfter } from "./list-params";
import { NothingFound } from "./nothing-found";
import { RecentSendings, SendingNotice } from "./sendings-notice";
import { useInvitationActions } from "./use-invitation-actions";
import { useInvitationColumns } from "./use-invitation-columns";

const RecordHistory = lazy(() =>
  import("@/components/audit/record-history").then((it) => ({ default: it.RecordHistory })),
);

const WHILE_SENDING = 2_000;

export interface InvitationsListProps {
  /** The address of the list. */
  base: string;
  /** Days that a link works for when it is sent again. */
  days: number;
  density: Density;
  /** Shows a coach's own words. */
  coach?: boolean;
  /** The viewer has a place in the school where views can be kept. */
  keepsViews: boolean;
}

/** The list of invitations, its filters, its selection and its side panel. */
export function InvitationsList({ base, days, density, coach, keepsViews }: InvitationsListProps) {
  const t = useTranslations("invitations");
  const [view, setView] = useQueryStates(listParams);
  // The rows of before stay until those of the new view are here.
  const shown = useDeferredValue(view);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [revoking, setRevoking] = useState<readonly string[]>([]);
  const trpc = useTRPC();
  const counts = useSuspenseQuery(trpc.invitation.counts.queryOptions()).data;
  const { data } = useSuspenseQuery({
    ...trpc.invitation.list.queryOptions(listInput(shown)),
    refetchInterval: ({ state }) =>
      state.data?.rows.some((row) => row.status === "pending" && row.delivery === "queued")
        ? WHILE_SENDING
        : false,
  });
  const actions = useInvitationActions(days);
  const columns = useInvitationColumns(base, view);
  const { rows, from, nextCursor } = data;
  const all = INVITATION_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const total = isFiltered(view) ? undefined : view.status ? counts[view.status] : all;
  const openIndex = rows.findIndex(({ id }) => id === view.open);
  const openRow = rows[openIndex];

  /** A narrower or wider list begins on its first page, with nothing selected that may be out of sight. */
  function show(change: Partial<ListView>) {
    setSelected(new Set());
    void setView({ pages: [], open: null, ...change });
  }
  const openAt = (index: number) => {
    const row = rows[index];
    return row ? () => void setView({ open: row.id }) : undefined;
  };

  return (
    <PageBody
      panel={
        openRow ? (
          <InvitationPanel
            row={openRow}
            index={from + openIndex}
            total={total}
            actions={actions}
            onRevoke={() => setRevoking([openRow.id])}
            onClose={() => void setView({ open: null })}
            onPrevious={openAt(openIndex - 1)}
            onNext={openAt(openIndex + 1)}
            history={
              // Anew when something was done to it.
              coach ? null : (
                <Suspense key={`${openRow.id} ${openRow.status} ${openRow.sendCount}`} fallback={null}>
                  <RecordHistory id={openRow.id} />
                </Suspense>
              )
            }
          />
        ) : undefined
      }
    >
      <PageHeader
        title={t("title")}
        description={coach ? t("introCoach") : t("intro")}
        actions={
          <>
            <RecentSendings base={base} />
            {all > 0 ? (
              <ButtonLink href={`${base}/new`} variant="primary" data-shortcut="n" icon={<Send />}>
                {t("invite")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <SendingNotice base={base} />
      {all === 0 ? (
        <div className="py-12">
          <EmptyState
            drawing="invitations"
            title={t("list.emptyTitle")}
            actions={
              <ButtonLink href={`${base}/new`} variant="primary" data-shortcut="n" icon={<Send />}>
                {t("invite")}
              </ButtonLink>
            }
          >
            {t("list.emptyBody")}
          </EmptyState>
        </div>
      ) : (
        <>
          <InvitationsToolbar
            base={base}
            view={view}
            counts={counts}
            all={all}
            density={density}
            keepsViews={keepsViews}
            onShow={show}
          />
          <div aria-busy={shown !== view} className={shown !== view ? "opacity-60" : undefined}>
            <DataTable
              caption={t("list.caption")}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              rowLabel={(row) => row.name || row.email}
              selection={{ selected, onChange: setSelected }}
              currentKey={view.open}
              onOpen={(row) => void setView({ open: row.id })}
              empty={<NothingFound base={base} view={view} />}
            />
          </div>
          {rows.length > 0 ? (
            <KeysetPager
              from={from}
              to={from + rows.length - 1}
              total={total}
              previousHref={
                view.pages.length > 0
                  ? listQuery(base, { ...view, pages: view.pages.slice(0, -1), open: null })
                  : undefined
              }
              nextHref={
                nextCursor
                  ? listQuery(base, { ...view, pages: pagesAfter(view, nextCursor), open: null })
                  : undefined
              }
            />
          ) : null}
          <InvitationsBulkBar
            rows={rows}
            view={view}
            total={total}
            selected={selected}
            onSelect={setSelected}
            actions={actions}
            onRevoke={setRevoking}
          />
        </>
      )}
      <ActionDialogs
        actions={actions}
        revoking={revoking}
        onRevoked={() => setSelected(new Set())}
        onKeep={() => setRevoking([])}
      />
    </PageBody>
  );
}
