"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Download, Pencil, RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MenuItem } from "@/components/ui/menu";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast";
import { useDay } from "@/components/use-day";
import { DAY, UNDO_DAYS } from "@/lib/duration";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { StudentTabProps } from "../student-page/tab-props";
import type { StudentDocument } from "../types";
import { DocumentTable, documentHref } from "./document-table";
import { Told } from "./health-tab";
import { RowMenu } from "./row-menu";
import { UploadArea } from "./upload-area";

const DocumentForm = lazy(() => import("./document-form"));

/** A student's papers: an administrator keeps them, a family takes out those meant for it. */
export default function DocumentsTab({ student, area }: StudentTabProps) {
  const t = useTranslations("students.documents");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { edit } = student.rights;
  const [asked, ask] = useState<StudentDocument | null>(null);
  const { data } = useSuspenseQuery(trpc.document.list.queryOptions({ studentId: student.id }));
  const refresh = () => void queries.invalidateQueries(trpc.document.pathFilter());
  const kept = data.filter(({ removedAt }) => removedAt === null);
  const removed = data.filter(({ removedAt }) => removedAt !== null);

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

  const restore = ({ id, name }: StudentDocument) =>
    void run(() => client.document.restore.mutate({ ids: [id] }), t("restored", { name }));
  const remove = (row: StudentDocument) =>
    void run(
      () => client.document.remove.mutate({ ids: [row.id] }),
      t("removed", { name: row.name, days: UNDO_DAYS }),
      () => restore(row),
    );

  const actions = (row: StudentDocument) => (
    <RowMenu label={t("actionsFor", { name: row.name })}>
      <MenuItem icon={<Download />} onAction={() => window.location.assign(documentHref(row.id))}>
        {t("download")}
      </MenuItem>
      <MenuItem icon={<Pencil />} onAction={() => ask(row)}>
        {t("edit")}
      </MenuItem>
      <MenuItem danger icon={<Trash2 />} onAction={() => remove(row)}>
        {t("remove")}
      </MenuItem>
    </RowMenu>
  );
  return (
    <div className="flex flex-col gap-(--stack)">
      {edit ? (
        <UploadArea
          studentId={student.id}
          onDone={(name) => {
            toast(t("kept", { name }));
            refresh();
          }}
        />
      ) : null}
      {kept.length > 0 ? <Told>{t("told")}</Told> : null}
      <DocumentTable
        caption={t("caption")}
        rows={kept}
        actions={edit ? actions : undefined}
        empty={
          <EmptyState drawing="classroom" title={t("emptyTitle")}>
            {t(area === "/parent" ? "emptyFamily" : "emptyBody")}
          </EmptyState>
        }
      />
      {removed.length > 0 ? <Removed rows={removed} onRestore={edit ? restore : undefined} /> : null}
      <Suspense fallback={null}>
        {asked ? <DocumentForm document={asked} onSaved={refresh} onClose={() => ask(null)} /> : null}
      </Suspense>
    </div>
  );
}

interface RemovedProps {
  rows: readonly StudentDocument[];
  onRestore: ((row: StudentDocument) => void) | undefined;
}

/** What was put away, and until when it can be brought back. */
function Removed({ rows, onRestore }: RemovedProps) {
  const t = useTranslations("students.documents");
  const { day } = useDay();
  return (
    <Section title={t("removedTitle")} meta={rows.length}>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-[1_1_14rem]">
              <span className="block truncate">{row.name}</span>
              <span className="block text-xs text-ink-3">
                {t("erasedOn", {
                  date: day(new Date((row.removedAt?.getTime() ?? 0) + UNDO_DAYS * DAY)),
                })}
              </span>
            </span>
            {onRestore ? (
              <Button
                size="sm"
                icon={<RotateCcw />}
                aria-label={t("restoreOne", { name: row.name })}
                onPress={() => onRestore(row)}
              >
                {t("restore")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
