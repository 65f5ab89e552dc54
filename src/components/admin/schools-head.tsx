"use client";

import { Download, FileSpreadsheet, FileText, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { useDownload } from "@/components/use-download";
import { type SchoolsUrl, schoolsExportHref } from "./schools-url";

const NewSchoolDialog = lazy(() => import("./new-school-dialog"));

/** Title of the list of schools, its download, and a new school. */
export function SchoolsHead({ url }: { url: SchoolsUrl }) {
  const t = useTranslations("schools");
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <ExportSchools url={url} />
            <Button
              variant="primary"
              icon={<Plus />}
              data-shortcut="n"
              className="max-sm:flex-1"
              onPress={() => setCreating(true)}
            >
              {t("new")}
            </Button>
          </>
        }
      />
      {creating ? (
        <Suspense fallback={null}>
          <NewSchoolDialog onClose={() => setCreating(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function ExportSchools({ url }: { url: SchoolsUrl }) {
  const t = useTranslations("users.export");
  const { take, pending } = useDownload();
  const as = (format: "csv" | "xlsx") => () => take(schoolsExportHref(url, format), `export.${format}`);
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
