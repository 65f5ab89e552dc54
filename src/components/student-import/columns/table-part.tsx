"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ImportDetail } from "../types";
import { TableDialog } from "./table-dialog";

/** Where in the file the list was found, and the way to another place where that is wrong. */
export function TablePart({ detail }: { detail: ImportDetail }) {
  const t = useTranslations("studentImport.table");
  const [asking, setAsking] = useState(false);
  const { sheet, sheets, headerRow } = detail;
  if (sheets.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <p className="text-ink-2 [overflow-wrap:anywhere]">
        {t("read", { sheet, sheets: sheets.length, row: headerRow })}
      </p>
      <Button size="sm" variant="quiet" onPress={() => setAsking(true)}>
        {t("choose")}
      </Button>
      {asking ? <TableDialog detail={detail} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}
