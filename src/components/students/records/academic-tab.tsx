"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { StudentTabProps } from "../student-page/tab-props";
import type { AcademicRecord } from "../types";
import { RowMenu } from "./row-menu";
import { useDecimal } from "./use-decimal";

const AcademicForm = lazy(() => import("./academic-form"));

/** The school years of a student, here and elsewhere, the newest first. */
export default function AcademicTab({ student }: StudentTabProps) {
  const t = useTranslations("students.academic");
  const tResult = useTranslations("students.results");
  const decimal = useDecimal();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const studentId = student.id;
  const { edit } = student.rights;
  const { data: rows } = useSuspenseQuery(trpc.academicRecord.list.queryOptions({ studentId }));
  const [asked, ask] = useState<AcademicRecord | "new" | null>(null);
  const refresh = () => void queries.invalidateQueries(trpc.academicRecord.pathFilter());

  async function run(act: () => Promise<unknown>, said: string, undo?: () => void) {
    try {
      await act();
      toast(said, undo && { label: t("undo"), onAction: undo });
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      refresh();
    }
  }

  const restore = (id: string) =>
    void run(() => client.academicRecord.restore.mutate({ studentId, id }), t("restored"));
  const remove = ({ id, year }: AcademicRecord) =>
    void run(
      () => client.academicRecord.remove.mutate({ id }),
      t("removed", { year }),
      () => restore(id),
    );

  const add = edit ? (
    <Button icon={<Plus />} onPress={() => ask("new")}>
      {t("addYear")}
    </Button>
  ) : null;
  return (
    <div className="flex flex-col gap-4">
      {add && rows.length > 0 ? <div className="flex justify-end">{add}</div> : null}
      <DataTable
        boxed
        caption={t("caption")}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.year}
        empty={
          <EmptyState drawing="classroom" title={t("emptyTitle")} actions={add}>
            {t(edit ? "emptyBody" : "emptyRead")}
          </EmptyState>
        }
        columns={[
          {
            id: "year",
            header: t("fields.year"),
            cell: (row) => (
              <span className="block py-1">
                <span className="font-medium">{row.year}</span>
                <span className="block text-xs text-ink-3">
                  {row.section === ""
                    ? row.grade
                    : t("gradeAndSection", { grade: row.grade, section: row.section })}
                </span>
                {row.notes === "" ? null : (
                  <span className="block max-w-80 text-xs whitespace-pre-line text-ink-3">{row.notes}</span>
                )}
              </span>
            ),
          },
          {
            id: "school",
            header: t("fields.school"),
            from: "sm",
            cell: (row) => row.school || <span className="text-ink-3">{t("here")}</span>,
          },
          { id: "result", header: t("fields.result"), cell: (row) => tResult(row.result) },
          {
            id: "average",
            header: t("mark"),
            align: "end",
            nowrap: true,
            cell: (row) => (row.average === null ? row.literal || "–" : decimal(row.average)),
          },
          ...(edit
            ? [
                {
                  id: "actions",
                  header: <span className="sr-only">{t("actions")}</span>,
                  width: "1px",
                  cell: (row: AcademicRecord) => (
                    <RowMenu label={t("actionsFor", { year: row.year })}>
                      <MenuItem icon={<Pencil />} onAction={() => ask(row)}>
                        {t("edit")}
                      </MenuItem>
                      <MenuItem danger icon={<Trash2 />} onAction={() => remove(row)}>
                        {t("remove")}
                      </MenuItem>
                    </RowMenu>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Suspense fallback={null}>
        {asked ? (
          <AcademicForm
            studentId={studentId}
            record={asked === "new" ? undefined : asked}
            onSaved={refresh}
            onClose={() => ask(null)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
