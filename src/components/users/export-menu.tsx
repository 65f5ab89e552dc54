"use client";

import { Download, FileSpreadsheet, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { exportHref, type UsersUrl } from "./users-url";

/** Downloads what the list shows, as a file. */
export function ExportMenu({ url }: { url: UsersUrl }) {
  const t = useTranslations("users.export");
  const [pending, setPending] = useState(false);

  async function take(format: "csv" | "xlsx") {
    setPending(true);
    try {
      const answer = await fetch(exportHref(url, format));
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      save(await answer.blob(), fileName(answer.headers) ?? `export.${format}`);
    } catch {
      toast(t("failed"), { label: t("again"), onAction: () => void take(format) });
    } finally {
      setPending(false);
    }
  }

  return (
    <Menu
      label={t("label")}
      trigger={
        <Button icon={<Download />} pending={pending} className="max-sm:flex-1">
          {t("label")}
        </Button>
      }
    >
      <MenuItem icon={<FileText />} aside="CSV" textValue={t("csv")} onAction={() => void take("csv")}>
        {t("csv")}
      </MenuItem>
      <MenuItem
        icon={<FileSpreadsheet />}
        aside="XLSX"
        textValue={t("xlsx")}
        onAction={() => void take("xlsx")}
      >
        {t("xlsx")}
      </MenuItem>
    </Menu>
  );
}

function fileName(headers: Headers): string | undefined {
  return /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "")?.[1];
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Only when the browser has surely begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
