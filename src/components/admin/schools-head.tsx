"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { ExportMenu } from "@/components/export-menu";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
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
            <ExportMenu hrefOf={(format) => schoolsExportHref(url, format)} />
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
