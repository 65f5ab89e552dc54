"use client";

import { Download, FileSpreadsheet, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./ui/button";
import { Menu, MenuItem } from "./ui/menu";
import { useDownload } from "./use-download";

export type ExportFormat = "csv" | "xlsx";

export interface ExportMenuProps {
  /** Where the file of a format is fetched. */
  hrefOf: (format: ExportFormat) => string;
  /** Of a file whose answer names none, without its ending. */
  name?: string;
  /** Told of the headers of the answer, once it is handed over. */
  onTaken?: (headers: Headers) => void;
  /** Further items, such as pages where more is chosen. */
  children?: ReactNode;
}

/** Downloads what a list shows, as a file. */
export function ExportMenu({ hrefOf, name = "export", onTaken, children }: ExportMenuProps) {
  const t = useTranslations("users.export");
  const { take, pending } = useDownload(onTaken);
  const as = (format: ExportFormat) => () => take(hrefOf(format), `${name}.${format}`);
  return (
    <Menu
      label={t("label")}
      trigger={
        <Button icon={<Download />} pending={pending} className="max-sm:flex-1">
          {t("label")}
        </Button>
      }
    >
      <MenuItem icon={<FileText />} aside="CSV" textValue={t("csv")} onAction={as("csv")}>
        {t("csv")}
      </MenuItem>
      <MenuItem icon={<FileSpreadsheet />} aside="XLSX" textValue={t("xlsx")} onAction={as("xlsx")}>
        {t("xlsx")}
      </MenuItem>
      {children}
    </Menu>
  );
}
