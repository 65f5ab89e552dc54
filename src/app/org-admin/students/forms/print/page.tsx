import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { formOf, formsHref, loadFormUrl } from "@/components/student-exports/export-url";
import { FormSheets } from "@/components/student-exports/form-sheets";
import { PrintPage } from "@/components/student-exports/print-page";
import { Callout } from "@/components/ui/callout";
import { FORM_TITLES } from "@/domain/government-forms/rules";
import { api } from "@/trpc/server";
import { orNotFound } from "../../../../_shell/or-not-found";
import { requirePermission } from "../../../../_shell/require";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { form } = await loadFormUrl(searchParams);
  const { code, title } = FORM_TITLES[form];
  return { title: [code, title].filter(Boolean).join(" · ") };
}

/** A form of the ministry for paper: that the page was opened is recorded, as a file's download is. */
export default async function Page({ searchParams }: Props) {
  await requirePermission("student:export");
  const url = await loadFormUrl(searchParams);
  const t = await getTranslations("studentExports.forms");
  const chosen = formOf(url);
  const caller = await api();
  const { paper } = await orNotFound(chosen && caller.studentExport.form({ ...chosen, format: "print" }));
  const { code, title } = FORM_TITLES[url.form];
  return (
    <PrintPage
      title={[code, title].filter(Boolean).join(" · ")}
      back={{ href: formsHref(url), label: t("back") }}
      print={t("print")}
      notice={<Callout tone="info">{t("check")}</Callout>}
    >
      {paper.pages.length > 0 ? <FormSheets paper={paper} /> : <p className="text-ink-2">{t("empty")}</p>}
    </PrintPage>
  );
}
