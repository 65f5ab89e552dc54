"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusDot } from "@/components/ui/status-dot";
import type { TabProps } from "./tab-props";

/** The subjects that classes may have; what is put away comes last. */
export function SubjectsTab({ structure, actions, ask }: TabProps) {
  const t = useTranslations("academics.subjects");
  const { subjects } = structure;
  if (subjects.length === 0)
    return (
      <div className="py-12">
        <EmptyState
          drawing="classroom"
          title={t("emptyTitle")}
          actions={
            <Button variant="primary" onPress={() => ask({ kind: "subject", subject: null })}>
              {t("new")}
            </Button>
          }
        >
          {t("emptyBody")}
        </EmptyState>
      </div>
    );
  const rows = [
    ...subjects.filter(({ archivedAt }) => !archivedAt),
    ...subjects.filter(({ archivedAt }) => archivedAt),
  ];
  return (
    <DataTable
      boxed
      caption={t("caption")}
      rows={rows}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      columns={[
        {
          id: "name",
          header: t("columns.name"),
          cell: ({ name }) => <span className="font-medium [overflow-wrap:anywhere]">{name}</span>,
        },
        { id: "code", header: t("columns.code"), from: "sm", nowrap: true, cell: ({ code }) => code },
        {
          id: "state",
          header: t("columns.state"),
          from: "sm",
          nowrap: true,
          cell: ({ archivedAt }) => (
            <StatusDot tone={archivedAt ? "off" : "on"}>
              {t(archivedAt ? "states.archived" : "states.inUse")}
            </StatusDot>
          ),
        },
        {
          id: "classes",
          header: t("columns.classes"),
          align: "end",
          nowrap: true,
          cell: ({ classCount }) => classCount,
        },
        {
          id: "actions",
          header: <span className="sr-only">{t("columns.actions")}</span>,
          align: "end",
          nowrap: true,
          cell: (subject) =>
            subject.archivedAt ? (
              <Button
                size="sm"
                aria-label={t("restoreLabel", { name: subject.name })}
                onPress={() => void actions.restoreSubject(subject)}
              >
                {t("restore")}
              </Button>
            ) : (
              <span className="inline-flex gap-1">
                <Button
                  size="sm"
                  variant="quiet"
                  className="max-sm:hidden"
                  aria-label={t("archiveLabel", { name: subject.name })}
                  onPress={() => void actions.archiveSubject(subject)}
                >
                  {t("archive")}
                </Button>
                <Button
                  size="sm"
                  aria-label={t("editLabel", { name: subject.name })}
                  onPress={() => ask({ kind: "subject", subject })}
                >
                  {t("edit")}
                </Button>
              </span>
            ),
        },
      ]}
    />
  );
}
