"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataTable } from "@/components/ui/data-table";
import { SkeletonBlock } from "@/components/ui/skeleton";
import type { Column } from "@/components/ui/table-types";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { Renumbering } from "../types";

export interface RenumberDialogProps {
  section: { id: string; label: string };
  onClose: () => void;
}

/** Shows the list of a section in its new order before it is numbered so; what was numbered can be undone. */
export default function RenumberDialog({ section, onClose }: RenumberDialogProps) {
  const t = useTranslations("students.renumber");
  const tActions = useTranslations("students.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const preview = useQuery(
    trpc.student.renumbering.queryOptions({ sectionId: section.id }, { staleTime: 0, gcTime: 0 }),
  );
  const renumber = useMutation(trpc.student.renumber.mutationOptions()).mutateAsync;
  const restore = useMutation(trpc.student.restorePlaces.mutationOptions()).mutateAsync;
  const refresh = () => void queries.invalidateQueries(trpc.student.pathFilter());
  const rows = preview.data ?? [];
  const isSame = rows.every(({ before, after }) => before === after);

  async function confirm() {
    const { was } = await renumber({ sectionId: section.id });
    refresh();
    const undo = () =>
      void restore({ places: was })
        .then(({ restored }) => void toast(t("undone", { count: restored })))
        .catch((error) => void toast(errorText(error).message))
        .finally(refresh);
    toast(
      t("done", { section: section.label }),
      was.length > 0 ? { label: tActions("undo"), onAction: undo } : undefined,
    );
  }

  const columns: Column<Renumbering>[] = [
    { id: "number", header: t("number"), align: "end", width: "5rem", cell: ({ after }) => after },
    { id: "name", header: t("name"), rowHeader: true, cell: ({ name }) => name },
    { id: "before", header: t("before"), align: "end", width: "7rem", cell: ({ before }) => before ?? "–" },
  ];

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      tone="primary"
      title={t("title", { section: section.label })}
      confirmLabel={t("confirm", { count: rows.length })}
      ready={preview.isSuccess && !isSame}
      onConfirm={confirm}
      errorMessage={(error) => errorText(error).message}
    >
      {preview.error ? (
        <Callout tone="danger" role="alert">
          {errorText(preview.error).message}
        </Callout>
      ) : preview.isPending ? (
        <SkeletonBlock label={t("loading")} lines={5} />
      ) : (
        <>
          <p>
            {t("intro", { count: rows.length })} {rows.length > 0 && isSame ? t("same") : null}
          </p>
          {rows.length > 0 ? (
            <DataTable
              boxed
              caption={t("caption")}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              rowLabel={({ name }) => name}
            />
          ) : null}
        </>
      )}
    </ConfirmDialog>
  );
}
