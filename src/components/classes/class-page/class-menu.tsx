"use client";

import {
  Archive,
  ArchiveRestore,
  CopyPlus,
  Ellipsis,
  FileSpreadsheet,
  FileText,
  Pencil,
  Printer,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useDownload } from "@/components/use-download";
import { type Area, printHref, rosterExportHref } from "../class-url";
import type { ClassDetail } from "../types";
import { useRestoreClass } from "../use-restore-class";
import type { Ask } from "./asked";

export interface ClassMenuProps {
  detail: ClassDetail;
  area: Area;
  ask: Ask;
}

/** What is done with a class more rarely: edit, duplicate, print, download, archive. */
export function ClassMenu({ detail, area, ask }: ClassMenuProps) {
  const t = useTranslations("classes.menu");
  const tUi = useTranslations("ui");
  const { take, pending } = useDownload();
  const restore = useRestoreClass();
  const { id, rights, state } = detail;
  const download = (format: "csv" | "xlsx") => () =>
    take(rosterExportHref(id, format), `${detail.name}.${format}`);
  return (
    <Menu
      label={t("label")}
      trigger={
        <IconButton
          variant="default"
          size="md"
          label={tUi("more")}
          icon={<Ellipsis />}
          disabled={pending || restore.isPending}
        />
      }
    >
      {rights.edit ? (
        <MenuItem icon={<Pencil />} onAction={() => ask({ kind: "edit" })}>
          {t("edit")}
        </MenuItem>
      ) : null}
      {rights.archive ? (
        <MenuItem icon={<CopyPlus />} onAction={() => ask({ kind: "duplicate" })}>
          {t("duplicate")}
        </MenuItem>
      ) : null}
      {rights.edit || rights.archive ? <MenuSeparator /> : null}
      <MenuItem icon={<Printer />} href={printHref(area, id)}>
        {t("print")}
      </MenuItem>
      <MenuItem icon={<FileText />} aside="CSV" textValue={t("csv")} onAction={download("csv")}>
        {t("csv")}
      </MenuItem>
      <MenuItem icon={<FileSpreadsheet />} aside="XLSX" textValue={t("xlsx")} onAction={download("xlsx")}>
        {t("xlsx")}
      </MenuItem>
      {rights.archive ? <MenuSeparator /> : null}
      {!rights.archive ? null : state === "archived" ? (
        <MenuItem icon={<ArchiveRestore />} onAction={() => restore.run(detail)}>
          {t("restore")}
        </MenuItem>
      ) : (
        <MenuItem icon={<Archive />} onAction={() => ask({ kind: "archive" })}>
          {t("archive")}
        </MenuItem>
      )}
    </Menu>
  );
}
