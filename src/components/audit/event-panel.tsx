"use client";

import { useTranslations } from "next-intl";
import { isNotFound, useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { NotFoundState } from "@/components/ui/not-found-state";
import { PanelHead, PanelSection, SidePanel } from "@/components/ui/side-panel";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { useAlive } from "@/components/ui/use-alive";
import { useDates } from "@/components/users/use-dates";
import { auditKindOf } from "@/domain/audit-list";
import { Actor } from "./audit-columns";
import { type AuditUrl, auditHref } from "./audit-url";
import { EventChanges } from "./event-changes";
import { useOriginItems } from "./event-origin";
import { eventText } from "./event-words";
import { useLog } from "./log-source";
import type { EventDetail } from "./types";
import { useWordTools } from "./use-event-words";

export interface EventPanelProps {
  id: string;
  /** The list beside which the panel stands. */
  listed: AuditUrl;
  now: Date;
  onOpen: (id: string | null) => void;
}

/** One event beside the log: what changed, and where it came from. */
export function EventPanel({ id, listed, now, onOpen }: EventPanelProps) {
  const t = useTranslations("auditLog.panel");
  const log = useLog();
  const alive = useAlive();
  const event = log.useEvent(id, alive);
  const page = log.useListedPage(listed, alive);
  const rows = alive ? (page?.rows ?? []) : [];
  const index = rows.findIndex((row) => row.id === id);
  const [previous, next] = index < 0 ? [] : [rows[index - 1]?.id, rows[index + 1]?.id];
  return (
    <SidePanel
      label={t("label")}
      position={page && index >= 0 ? t("place", { place: page.from + index }) : undefined}
      onClose={() => onOpen(null)}
      onPrevious={previous ? () => onOpen(previous) : undefined}
      onNext={next ? () => onOpen(next) : undefined}
    >
      {alive && event.data ? (
        <PanelBody event={event.data} now={now} />
      ) : alive && event.error ? (
        <PanelFailed error={event.error} retry={() => void event.refetch()} onClose={() => onOpen(null)} />
      ) : (
        <SkeletonBlock label={t("loading")} lines={8} />
      )}
    </SidePanel>
  );
}

function PanelBody({ event, now }: { event: EventDetail; now: Date }) {
  const t = useTranslations("auditLog");
  const tools = useWordTools();
  const dates = useDates(now);
  const kind = auditKindOf(event.action);
  const { scope, path, subjectHref } = useLog();
  const originItems = useOriginItems();
  const href = subjectHref(event);
  const { subjectId, subjectName, actorUserId, actorKind } = event;
  const actor = actorUserId ?? (actorKind === "person" ? null : actorKind);
  return (
    <>
      <PanelHead title={eventText(event, tools, event.names)} meta={dates.ago(event.createdAt)} />
      <DescriptionList
        items={[
          { term: t("columns.who"), value: <Actor event={event} /> },
          { term: t("columns.when"), value: dates.moment(event.createdAt) },
          ...(subjectName
            ? [{ term: t("about"), value: href ? <Link href={href}>{subjectName}</Link> : subjectName }]
            : []),
          ...(kind ? [{ term: t("columns.kind"), value: t(`kinds.${kind}`) }] : []),
          ...(scope === "platform"
            ? [{ term: t("columns.school"), value: event.school?.name ?? t("noSchool") }]
            : []),
          ...originItems(event),
        ]}
      />
      <PanelSection title={t("changed")}>
        <EventChanges event={event} />
      </PanelSection>
      <div className="grid justify-items-start gap-2 text-sm">
        {subjectId ? <Link href={auditHref({ about: subjectId }, path)}>{t("sameSubject")}</Link> : null}
        {actor ? (
          <Link href={auditHref({ actor }, path)}>{t("sameActor", { name: event.actorName })}</Link>
        ) : null}
      </div>
    </>
  );
}

function PanelFailed(props: { error: unknown; retry: () => void; onClose: () => void }) {
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  if (isNotFound(props.error))
    return <NotFoundState actions={<Button onPress={props.onClose}>{tUi("close")}</Button>} />;
  return (
    <ErrorState actions={<Button onPress={props.retry}>{tUi("tryAgain")}</Button>}>
      {errorText(props.error).message}
    </ErrorState>
  );
}
