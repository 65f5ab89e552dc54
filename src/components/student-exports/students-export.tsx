"use client";

import { Landmark, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { ExportMenu } from "@/components/export-menu";
import { exportHref, type StudentsUrl } from "@/components/students/list/students-url";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { formsHref, listsHref } from "./export-url";

/** What the list shows as a file, and the ways to lists by section and to the ministry's forms. */
export function StudentsExport({ url }: { url: StudentsUrl }) {
  const t = useTranslations("studentExports.students");
  return (
    <ExportMenu hrefOf={(format) => exportHref(url, format)} name={t("file")}>
      <MenuSeparator />
      <MenuItem icon={<Printer />} textValue={t("sections")} href={listsHref()}>
        {t("sections")}
      </MenuItem>
      <MenuItem icon={<Landmark />} textValue={t("forms")} href={formsHref()}>
        {t("forms")}
      </MenuItem>
    </ExportMenu>
  );
}
