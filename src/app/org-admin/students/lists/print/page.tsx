import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { listsHref, listsOf, loadListsUrl } from "@/components/student-exports/export-url";
import { PrintPage } from "@/components/student-exports/print-page";
import { SectionSheets } from "@/components/student-exports/section-sheets";
import { api } from "@/trpc/server";
import { orNotFound } from "../../../../_shell/or-not-found";
import { requirePermission } from "../../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("studentExports.lists"))("title") };
}

/** Lists of sections for paper: that the page was opened is recorded, as a file's download is. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("student:export");
  const url = await loadListsUrl(searchParams);
  const t = await getTranslations("studentExports.lists");
  const chosen = listsOf(url);
  const caller = await api();
  const lists = await orNotFound(chosen && caller.studentExport.lists({ ...chosen, format: "print" }));
  return (
    <PrintPage title={t("title")} back={{ href: listsHref(url), label: t("back") }} print={t("print")}>
      <SectionSheets lists={lists} columns={url.columns} sign={url.sign} now={new Date()} />
    </PrintPage>
  );
}
