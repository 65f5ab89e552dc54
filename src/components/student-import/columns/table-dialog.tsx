"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "@/components/error-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { MAX_HEADER_ROW } from "@/domain/student-import-list";
import { useTRPC } from "@/trpc/client";
import type { ImportDetail } from "../types";
import { useMapping } from "./use-mapping";

/** Asks for the sheet and the row of headings; the server reads the file again from there. */
export function TableDialog({ detail, onClose }: { detail: ImportDetail; onClose: () => void }) {
  const t = useTranslations("studentImport.table");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useId();
  const { reset } = useMapping(detail);
  const [table, setTable] = useState({ sheet: detail.sheet, headerRow: detail.headerRow });
  const choose = useMutation(trpc.studentImport.chooseTable.mutationOptions());
  const sheet = detail.sheets.find(({ name }) => name === table.sheet);
  const isSame = table.sheet === detail.sheet && table.headerRow === detail.headerRow;
  const rows = Array.from({ length: Math.min(MAX_HEADER_ROW, (sheet?.lastRow ?? 1) - 1) }, (_, index) => {
    const row = index + 1;
    const text = sheet?.titles.find((title) => title.row === row)?.text;
    return { value: String(row), label: text ? t("rowText", { row, text }) : t("rowPlain", { row }) };
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isSame || choose.isPending) return;
    choose.mutate(
      { id: detail.id, ...table },
      {
        onSuccess: async () => {
          // What was chosen is of other columns.
          reset();
          onClose();
          await queryClient.invalidateQueries(trpc.studentImport.pathFilter());
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || choose.isPending || onClose()}
      dismissable={false}
      title={t("title")}
      footer={
        <>
          <Button variant="quiet" onPress={onClose} disabled={choose.isPending}>
            {tUi("cancel")}
          </Button>
          <Button type="submit" form={form} variant="primary" pending={choose.isPending} disabled={isSame}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
        {detail.sheets.length > 1 ? (
          <Select
            label={t("sheet")}
            value={table.sheet}
            onChange={({ target }) =>
              setTable({
                sheet: target.value,
                headerRow: detail.sheets.find(({ name }) => name === target.value)?.headerRow ?? 1,
              })
            }
            options={detail.sheets.map(({ name, lastRow }) => ({
              value: name,
              label: t("sheetName", { name, rows: lastRow }),
            }))}
          />
        ) : null}
        <Select
          label={t("row")}
          hint={t("rowHint")}
          value={String(table.headerRow)}
          onChange={({ target }) => setTable({ ...table, headerRow: Number(target.value) })}
          options={rows}
        />
        <p className="text-sm">{t("replaces")}</p>
        {choose.error ? (
          <Callout tone="danger" role="alert">
            {errorText(choose.error).message}
          </Callout>
        ) : null}
      </form>
    </Dialog>
  );
}
