"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil, Plus, RotateCcw, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { NEXT_PAGE } from "@/components/classes/next-page";
import { useErrorText } from "@/components/error-text";
import { ShowOlder } from "@/components/show-older";
import { TabFailed } from "@/components/tab-failed";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { MenuItem } from "@/components/ui/menu";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useAlive } from "@/components/ui/use-alive";
import { useDay } from "@/components/use-day";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { Incident } from "../types";
import { Facts } from "./fact";
import { Told } from "./health-tab";
import { RowMenu } from "./row-menu";
import { SEEN_ONCE } from "./seen-once";

const IncidentForm = lazy(() => import("./incident-form"));

const TONES = { minor: "neutral", moderate: "warning", serious: "danger" } as const;

export interface IncidentListProps {
  studentId: string;
  /** Nothing can be reported of a closed record. */
  closed: boolean;
  namesReporter: boolean;
}

/** The incidents of a student, the latest first, each told in full. */
export function IncidentList({ studentId, closed, namesReporter }: IncidentListProps) {
  const t = useTranslations("students.discipline");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const alive = useAlive();
  const [asked, ask] = useState<Incident | "new" | null>(null);
  const { data, error, refetch, ...query } = useInfiniteQuery({
    ...trpc.incident.list.infiniteQueryOptions({ studentId }, NEXT_PAGE),
    ...SEEN_ONCE,
    enabled: alive,
  });
  const refresh = () => void queries.invalidateQueries(trpc.incident.pathFilter());

  async function setVoided({ id }: Incident, isVoided: boolean) {
    try {
      await (isVoided ? client.incident.void : client.incident.restore).mutate({ id });
      const undo = { label: t("undo"), onAction: () => void setVoided({ id } as Incident, false) };
      toast(t(isVoided ? "voided" : "restored"), isVoided ? undo : undefined);
    } catch (failure) {
      toast(errorText(failure).message);
    } finally {
      refresh();
    }
  }

  if (error && !data) return <TabFailed error={error} retry={() => void refetch()} />;
  if (!alive || !data) return <SkeletonBlock label={t("loading")} lines={5} />;
  const rows = data.pages.flatMap((page) => page.rows);
  const report = closed ? null : (
    <Button icon={<Plus />} onPress={() => ask("new")}>
      {t("reportOne")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      {rows.length === 0 ? (
        <div className="py-8">
          <EmptyState drawing="classroom" title={t("emptyTitle")} actions={report}>
            {t("emptyBody")}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <Told>{t("told")}</Told>
            {report}
          </div>
          <ol className="divide-y divide-line border-y border-line">
            {rows.map((row) => (
              <IncidentItem
                key={row.id}
                incident={row}
                onEdit={() => ask(row)}
                onVoid={(isVoided) => void setVoided(row, isVoided)}
              />
            ))}
          </ol>
        </>
      )}
      <ShowOlder query={{ ...query, error }} />
      <Suspense fallback={null}>
        {asked ? (
          <IncidentForm
            studentId={studentId}
            incident={asked === "new" ? undefined : asked}
            namesReporter={namesReporter}
            onSaved={refresh}
            onClose={() => ask(null)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

interface ItemProps {
  incident: Incident;
  onEdit: () => void;
  onVoid: (isVoided: boolean) => void;
}

function IncidentItem({ incident, onEdit, onVoid }: ItemProps) {
  const t = useTranslations("students.discipline");
  const tKind = useTranslations("students.incidentKinds");
  const tSeverity = useTranslations("students.severities");
  const { calendarDay } = useDay();
  const { kind, severity, occurredOn, voidedAt, parentInformedOn } = incident;
  const day = calendarDay(occurredOn);
  const name = t("named", { kind: tKind(kind), date: day });
  return (
    <li className="grid gap-2 py-4">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <b className="font-medium">{tKind(kind)}</b>
        <Badge tone={voidedAt ? "neutral" : TONES[severity]}>{tSeverity(severity)}</Badge>
        {voidedAt ? <Badge>{t("isVoided")}</Badge> : null}
        <span className="text-ink-3">
          <time dateTime={occurredOn}>{day}</time> · {t("by", { name: incident.reportedBy })}
        </span>
        {incident.mayChange ? (
          <span className="ml-auto">
            <RowMenu label={t("actionsFor", { name })}>
              {voidedAt ? (
                <MenuItem icon={<RotateCcw />} onAction={() => onVoid(false)}>
                  {t("restore")}
                </MenuItem>
              ) : (
                <>
                  <MenuItem icon={<Pencil />} onAction={onEdit}>
                    {t("edit")}
                  </MenuItem>
                  <MenuItem danger icon={<Undo2 />} onAction={() => onVoid(true)}>
                    {t("void")}
                  </MenuItem>
                </>
              )}
            </RowMenu>
          </span>
        ) : null}
      </div>
      <p className={cx("max-w-measure text-sm whitespace-pre-line", voidedAt && "text-ink-3 line-through")}>
        {incident.description}
      </p>
      {voidedAt ? null : (
        <Facts
          items={[
            [t("fields.actionTaken"), incident.actionTaken],
            [t("fields.followUp"), incident.followUp],
            [
              t("fields.parentInformedOn"),
              parentInformedOn === null ? t("notInformed") : calendarDay(parentInformedOn),
            ],
          ]}
        />
      )}
    </li>
  );
}
