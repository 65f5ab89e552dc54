"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { ExportMenu } from "@/components/export-menu";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { PageHeader } from "@/components/ui/page-header";
import { LIST_COLUMNS, MAX_PRINTED } from "@/domain/student-export-list";
import { STUDENT_STATUSES } from "@/domain/student-list";
import { ExportFrame, NoYear } from "./export-frame";
import { listsFileHref, listsParsers, listsPrintHref } from "./export-url";
import { MatriculaPart, type MatriculaRights } from "./matricula-part";
import { SectionChooser } from "./section-chooser";
import { useExportOptions } from "./use-export-options";
import { YearSelect } from "./year-select";

/** Lists of sections for paper and for files, and the whole Matrícula. */
export function ListsScreen({ rights }: { rights: MatriculaRights }) {
  const t = useTranslations("studentExports.lists");
  return (
    <ExportFrame title={t("title")} description={t("description")} resetKey="lists">
      <Lists rights={rights} />
    </ExportFrame>
  );
}

function Lists({ rights }: { rights: MatriculaRights }) {
  const t = useTranslations("studentExports.lists");
  const tChooser = useTranslations("studentExports.chooser");
  const tColumn = useTranslations("studentExports.columns");
  const [url, setUrl] = useQueryStates(listsParsers, { history: "replace", scroll: false });
  const withLeft = url.status.length !== 1 || url.status[0] !== "active";
  const { years, year, grades, chosen } = useExportOptions(url, withLeft);
  const head = { title: t("title"), description: t("description") };
  if (year === null) return <NoYear {...head} />;
  const wanted = { ...url, year: year.id };
  const isMuch = chosen.students > MAX_PRINTED;
  return (
    <>
      <PageHeader
        {...head}
        actions={
          chosen.sections === 0 ? null : (
            <>
              <ExportMenu hrefOf={(format) => listsFileHref(wanted, format)} name={t("file")} />
              {isMuch ? null : (
                <ButtonLink
                  variant="primary"
                  icon={<Printer />}
                  href={listsPrintHref(wanted)}
                  prefetch={false}
                >
                  {t("print")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <div className="grid grid-cols-1 gap-x-12 gap-y-(--stack) lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid content-start gap-5">
          <YearSelect
            years={years}
            value={year.id}
            onChange={(id) => void setUrl({ year: id, section: null })}
          />
          <SectionChooser
            grades={grades}
            chosen={url.section}
            onChange={(section) => void setUrl({ section })}
          />
          <p className="text-sm text-ink-2" role="status">
            {chosen.sections === 0 ? tChooser("none") : tChooser("chosen", chosen)}
            {isMuch ? ` ${t("tooMany", { max: MAX_PRINTED })}` : null}
          </p>
        </div>
        <div className="grid content-start gap-5">
          <fieldset className="grid min-w-0 gap-1">
            <legend className="mb-1 text-sm font-medium">{t("columns")}</legend>
            <div className="grid grid-cols-2 gap-x-4 gap-y-1">
              {LIST_COLUMNS.map((column) => (
                <Checkbox
                  key={column}
                  checked={url.columns.includes(column)}
                  onChange={({ target }) =>
                    void setUrl({
                      columns: LIST_COLUMNS.filter((each) =>
                        each === column ? target.checked : url.columns.includes(each),
                      ),
                    })
                  }
                >
                  {tColumn(column)}
                </Checkbox>
              ))}
            </div>
            <p className="text-xs text-ink-3">{t("columnsHint")}</p>
          </fieldset>
          <div className="grid gap-1">
            <Checkbox checked={url.sign} onChange={({ target }) => void setUrl({ sign: target.checked })}>
              {t("sign")}
            </Checkbox>
            <Checkbox
              checked={withLeft}
              onChange={({ target }) =>
                void setUrl({ status: target.checked ? [...STUDENT_STATUSES] : ["active"] })
              }
            >
              {t("inactive")}
            </Checkbox>
          </div>
        </div>
      </div>
      <MatriculaPart years={years} year={year.id} rights={rights} />
    </>
  );
}
