"use client";

import { useTranslations } from "next-intl";
import { useDownload } from "@/components/use-download";
import type { ImportDetail } from "./types";

/** The rows that stay out as a spreadsheet, each with what to mend, to be sent again. */
export function useFailedRows({ id }: Pick<ImportDetail, "id">) {
  const t = useTranslations("studentImport.failed");
  const { take, pending } = useDownload();
  return { take: () => take(`/api/export/import-rows?id=${id}`, `${t("file")}.xlsx`), pending };
}
