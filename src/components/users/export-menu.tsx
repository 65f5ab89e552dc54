"use client";

import { Download, FileSpreadsheet, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useDownload } from "@/components/use-download";
import { exportHref, type UsersUrl } from "./users-url";

/** Downloads what the list shows, as a file. */
export function ExportMenu({ url }: { url: UsersUrl }) {
  const t = useTranslations("users.export");
  const { take, pending } = useDownload();
  const as = (format: "csv" | "xlsx") => () => take(exportHref(url, format), `export.${format}`);
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
    </Menu>
  );
}
