"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { DataTable } from "@/components/ui/data-table";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { useAuditColumns } from "./audit-columns";
import { type AuditUrl, auditHref, nextPage, previousPage } from "./audit-url";
import { NothingLogged } from "./list-states";
import { useLog } from "./log-source";

export interface AuditListProps {
  url: AuditUrl;
  /** The event whose panel is open. */
  current: string | null;
  /** Another page is on its way. */
  busy: boolean;
  onOpen: (id: string) => void;
}

/** One page of the log, or why there is none. */
export function AuditList({ url, current, busy, onOpen }: AuditListProps) {
  const t = useTranslations("auditLog");
  const { path, useEventPage } = useLog();
  const page = useEventPage(url);
  const columns = useAuditColumns({ url, panelOpen: current !== null, onOpen });
  const { rows, from, nextCursor } = page;
  if (rows.length === 0) return <NothingLogged url={url} />;
  return (
    <div
      aria-busy={busy || undefined}
      className={cx("flex flex-col gap-(--stack)", busy && "opacity-60 transition-opacity delay-150")}
    >
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.action}
        currentKey={current}
        onOpen={(row) => onOpen(row.id)}
      />
      <KeysetPager
        from={from}
        to={from + rows.length - 1}
        previousHref={url.after ? auditHref(previousPage(url), path) : undefined}
        nextHref={nextCursor ? auditHref(nextPage(url, nextCursor), path) : undefined}
      />
    </div>
  );
}

/** The log that is not here yet, in its final shape. */
export function AuditListSkeleton({ url }: { url: AuditUrl }) {
  const t = useTranslations("auditLog");
  const columns = useAuditColumns({ url, panelOpen: url.event !== null, onOpen: () => undefined });
  return (
    <DataTable
      caption={t("loading")}
      columns={columns}
      rows={[]}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.action}
      skeletonRows={12}
    />
  );
}
