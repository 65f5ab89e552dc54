"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { ExportMenu } from "@/components/export-menu";
import { QueryBoundary } from "@/components/query-boundary";
import { PageHeader } from "@/components/ui/page-header";
import { type TabItem, Tabs } from "@/components/ui/tabs";
import { toast } from "@/components/ui/toast";
import { AUDIT_KIND_NAMES, type AuditKind, MAX_EXPORTED_EVENTS } from "@/domain/audit-list";
import { type AuditUrl, auditHref, exportHref, viewQuery } from "./audit-url";
import { useLog } from "./log-source";

// Comes after the list itself: the tabs that are always there stand in for it.
const ListViews = lazy(() => import("@/components/views/list-views"));

/** Title, what the log is, and the way to take it out. */
export function AuditHead({ url, mayExport }: { url: AuditUrl; mayExport: boolean }) {
  const t = useTranslations("auditLog");
  const ofMany = useLog().scope === "platform";
  return (
    <PageHeader
      title={t(ofMany ? "titleOfAll" : "title")}
      description={t(ofMany ? "descriptionOfAll" : "description")}
      actions={mayExport ? <ExportLog url={url} /> : null}
    />
  );
}

function ExportLog({ url }: { url: AuditUrl }) {
  const t = useTranslations("auditLog.export");
  const { exportPath } = useLog();
  return (
    <ExportMenu
      hrefOf={(format) => exportHref(exportPath, url, format)}
      name="audit"
      onTaken={(headers) => {
        if (headers.get("x-cut") === "true") toast(t("cut", { max: MAX_EXPORTED_EVENTS }));
      }}
    />
  );
}

/** Kinds by the name of their view; "changes" leaves out who came and went. */
const VIEWS = {
  everything: [],
  changes: AUDIT_KIND_NAMES.filter((kind) => kind !== "account"),
  people: ["people"],
  classes: ["classes"],
  invitations: ["invitations"],
  settings: ["settings"],
  account: ["account"],
  platform: ["platform"],
} as const satisfies Record<string, readonly AuditKind[]>;

/** The log by kind, and the views that were kept. */
export function AuditViews({ url, keepsViews }: { url: AuditUrl; keepsViews: boolean }) {
  const t = useTranslations("auditLog");
  const query = viewQuery(url);
  const { path } = useLog();
  const names = Object.keys(VIEWS) as (keyof typeof VIEWS)[];
  const builtIn = names.map((name): TabItem => {
    const href = auditHref({ kind: [...VIEWS[name]] }, path);
    return {
      href,
      label: t(name === "everything" || name === "changes" ? name : `kinds.${name}`),
      current: href === (query ? `${path}?${query}` : path),
    };
  });
  const tabs = <Tabs label={t("views")} items={builtIn} />;
  if (!keepsViews) return tabs;
  return (
    <QueryBoundary failed={() => tabs}>
      <Suspense fallback={tabs}>
        <ListViews screen="audit" path={path} query={query} builtIn={builtIn} />
      </Suspense>
    </QueryBoundary>
  );
}
