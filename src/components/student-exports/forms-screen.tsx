"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { FileSpreadsheet, Printer } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { hrefOf } from "@/components/settings/pages";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DateField } from "@/components/ui/date-field";
import { FieldPair } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { RadioGroup } from "@/components/ui/radio-group";
import { useDownload } from "@/components/use-download";
import { officialSchool } from "@/domain/government-forms/heading";
import { FORM_TITLES, GOVERNMENT_FORMS, headingProblems } from "@/domain/government-forms/rules";
import { useTRPC } from "@/trpc/client";
import { ExportFrame, NoYear } from "./export-frame";
import { formFileHref, formParsers, formPrintHref } from "./export-url";
import { SectionChooser } from "./section-chooser";
import { useExportOptions } from "./use-export-options";
import { YearSelect } from "./year-select";

/** The ministry's forms: which one, of which year and sections, and for which day. */
export function FormsScreen() {
  const t = useTranslations("studentExports.forms");
  return (
    <ExportFrame title={t("title")} description={t("description")} resetKey="forms">
      <Forms />
    </ExportFrame>
  );
}

function Forms() {
  const t = useTranslations("studentExports.forms");
  const tChooser = useTranslations("studentExports.chooser");
  const [url, setUrl] = useQueryStates(formParsers, { history: "replace", scroll: false });
  const { years, year, grades, chosen } = useExportOptions(url);
  const { take, pending } = useDownload();
  const head = { title: t("title"), description: t("description") };
  if (year === null) return <NoYear {...head} />;
  const wanted = { ...url, year: year.id };
  const { code, title } = FORM_TITLES[url.form];
  return (
    <>
      <PageHeader
        {...head}
        actions={
          chosen.sections === 0 ? null : (
            <>
              <Button
                icon={<FileSpreadsheet />}
                pending={pending}
                className="max-sm:flex-1"
                onPress={() => take(formFileHref(wanted), `${code || title}.xlsx`)}
              >
                {t("xlsx")}
              </Button>
              <ButtonLink variant="primary" icon={<Printer />} href={formPrintHref(wanted)} prefetch={false}>
                {t("print")}
              </ButtonLink>
            </>
          )
        }
      />
      <Heading />
      <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="grid content-start gap-5">
          <RadioGroup
            label={t("form")}
            options={GOVERNMENT_FORMS.map((form) => ({
              value: form,
              label: t(`kinds.${form}.label`),
              hint: t(`kinds.${form}.hint`),
            }))}
            value={url.form}
            onChange={(form) => void setUrl({ form })}
          />
          {url.form === "movements" ? (
            <FieldPair>
              <DateField
                label={t("from")}
                optional
                value={url.from ?? year.startsOn}
                onChange={(from) => void setUrl({ from: from || null })}
              />
              <DateField
                label={t("to")}
                optional
                value={url.to}
                onChange={(to) => void setUrl({ to: to || null })}
              />
            </FieldPair>
          ) : (
            <DateField
              label={t("on")}
              hint={t("onHint")}
              optional
              className="max-w-xs"
              value={url.on}
              onChange={(on) => void setUrl({ on: on || null })}
            />
          )}
        </div>
        <div className="grid content-start gap-5">
          <YearSelect
            years={years}
            value={year.id}
            onChange={(id) => void setUrl({ year: id, section: null, on: null, from: null, to: null })}
          />
          <SectionChooser
            grades={grades}
            chosen={url.section}
            onChange={(section) => void setUrl({ section })}
          />
          <p className="text-sm text-ink-2" role="status">
            {chosen.sections === 0 ? tChooser("none") : tChooser("chosen", chosen)}
          </p>
        </div>
      </div>
      <p className="max-w-[46rem] text-xs text-ink-3">{t("check")}</p>
    </>
  );
}

/** What the heading of every form lacks, and the way to where it is set. */
function Heading() {
  const t = useTranslations("studentExports.forms");
  const format = useFormatter();
  const trpc = useTRPC();
  const { data: school } = useSuspenseQuery(trpc.organization.get.queryOptions());
  const { missing, odd } = headingProblems(officialSchool(school.name, school.settings));
  const named = (fields: readonly (typeof missing)[number][]) =>
    format.list(
      fields.map((field) => t(`fields.${field}`)),
      { type: "conjunction" },
    );
  if (missing.length === 0 && odd.length === 0) return null;
  return (
    <Callout
      tone={missing.length > 0 ? "warning" : "info"}
      actions={
        <ButtonLink size="sm" href={hrefOf("official")}>
          {t("complete")}
        </ButtonLink>
      }
    >
      {missing.length > 0 ? t("missing", { fields: named(missing) }) : null}{" "}
      {odd.length > 0 ? t("odd", { fields: named(odd), count: odd.length }) : null}
    </Callout>
  );
}
