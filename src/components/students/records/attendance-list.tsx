"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { NEXT_PAGE } from "@/components/classes/next-page";
import { useErrorText } from "@/components/error-text";
import { ShowOlder } from "@/components/show-older";
import { TabFailed } from "@/components/tab-failed";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFigures } from "@/components/ui/key-figures";
import { MenuItem } from "@/components/ui/menu";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useAlive } from "@/components/ui/use-alive";
import { useDay } from "@/components/use-day";
import { ATTENDANCE_MARKS } from "@/domain/attendance-list";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { AttendanceDay } from "../types";
import { RowMenu } from "./row-menu";

const AttendanceForm = lazy(() => import("./attendance-form"));

const TONES = { absent: "danger", excused: "neutral", late: "warning" } as const;

export interface AttendanceListProps {
  studentId: string;
  /** May mark days; which of those that are marked may be changed, each row says. */
  marks: boolean;
}

/** The days on which a student was away or late, the latest first, and how many there are this year. */
export function AttendanceList({ studentId, marks }: AttendanceListProps) {
  const t = useTranslations("students.attendance");
  const tMark = useTranslations("students.attendanceMarks");
  const { calendarDay } = useDay();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const alive = useAlive();
  const [asked, ask] = useState<AttendanceDay | "new" | null>(null);
  const { data, error, refetch, ...query } = useInfiniteQuery({
    ...trpc.attendance.list.infiniteQueryOptions({ studentId }, NEXT_PAGE),
    enabled: alive,
  });
  const refresh = () => void queries.invalidateQueries(trpc.attendance.pathFilter());

  async function told(act: Promise<unknown>, undo?: () => void) {
    try {
      await act;
      if (undo) toast(t("removed"), { label: t("undo"), onAction: undo });
    } catch (failure) {
      toast(errorText(failure).message);
    } finally {
      refresh();
    }
  }
  // It was erased: what comes back is marked anew.
  const remove = ({ id, day, mark, reason }: AttendanceDay) =>
    told(
      client.attendance.remove.mutate({ id }),
      () => void told(client.attendance.record.mutate({ studentId, day, mark, reason })),
    );

  if (error && !data) return <TabFailed error={error} retry={() => void refetch()} />;
  if (!alive || !data) return <SkeletonBlock label={t("loading")} lines={5} />;
  const rows = data.pages.flatMap((page) => page.rows);
  const year = data.pages[0]?.year;
  const actions = marks ? (
    <Button icon={<Plus />} onPress={() => ask("new")}>
      {t("markOne")}
    </Button>
  ) : null;
  return (
    <div className="flex flex-col gap-4">
      {rows.length === 0 ? (
        <div className="py-8">
          <EmptyState drawing="classroom" title={t("emptyTitle")} actions={actions}>
            {t("emptyBody")}
          </EmptyState>
        </div>
      ) : (
        <>
          {year ? (
            <KeyFigures
              label={t("figures", { year: year.name })}
              items={ATTENDANCE_MARKS.map((mark) => ({
                label: tMark(mark),
                value: year.days[mark],
                note: t("inYear", { days: year.days[mark], year: year.name }),
              }))}
            />
          ) : null}
          <div className="flex justify-end">{actions}</div>
          <DataTable
            boxed
            caption={t("caption")}
            rows={rows}
            rowKey={(row) => row.id}
            rowLabel={(row) => calendarDay(row.day)}
            columns={[
              {
                id: "day",
                header: t("fields.day"),
                nowrap: true,
                cell: (row) => <time dateTime={row.day}>{calendarDay(row.day)}</time>,
              },
              {
                id: "mark",
                header: t("fields.mark"),
                cell: (row) => <Badge tone={TONES[row.mark]}>{tMark(row.mark)}</Badge>,
              },
              { id: "reason", header: t("fields.reason"), cell: (row) => row.reason || "–" },
              { id: "recordedBy", header: t("recordedBy"), from: "sm", cell: (row) => row.recordedBy },
              ...(rows.some(({ mayChange }) => mayChange)
                ? [
                    {
                      id: "actions",
                      header: <span className="sr-only">{t("actions")}</span>,
                      width: "1px",
                      cell: (row: AttendanceDay) =>
                        row.mayChange ? (
                          <RowMenu label={t("actionsFor", { day: calendarDay(row.day) })}>
                            <MenuItem icon={<Pencil />} onAction={() => ask(row)}>
                              {t("edit")}
                            </MenuItem>
                            <MenuItem danger icon={<Trash2 />} onAction={() => void remove(row)}>
                              {t("remove")}
                            </MenuItem>
                          </RowMenu>
                        ) : null,
                    },
                  ]
                : []),
            ]}
          />
        </>
      )}
      <ShowOlder query={{ ...query, error }} />
      <Suspense fallback={null}>
        {asked ? (
          <AttendanceForm
            studentId={studentId}
            marked={asked === "new" ? undefined : asked}
            onSaved={refresh}
            onClose={() => ask(null)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
