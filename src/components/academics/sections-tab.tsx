"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { academicsParsers } from "./academics-url";
import { SectionMatrix } from "./section-matrix";
import type { TabProps } from "./tab-props";

/** The grades and, of one year, the sections in each with how many students are in them. */
export function SectionsTab({ structure, actions, ask }: TabProps) {
  const t = useTranslations("academics.sections");
  const [, setUrl] = useQueryStates(academicsParsers);
  const { years, year, grades } = structure;
  if (grades.length === 0)
    return (
      <Nothing title={t("noGradesTitle")} body={t("noGradesBody")}>
        <Button variant="primary" onPress={() => void actions.usualGrades()}>
          {t("usualGrades")}
        </Button>
        <Button onPress={() => ask({ kind: "grade", grade: null })}>{t("newGrade")}</Button>
      </Nothing>
    );
  if (!year)
    return (
      <Nothing title={t("noYearTitle")} body={t("noYearBody")}>
        <Button variant="primary" onPress={() => ask({ kind: "year", year: null })}>
          {t("newYear")}
        </Button>
      </Nothing>
    );
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t("year")}
          className="w-56 max-sm:w-full"
          value={year.id}
          options={years.map(({ id, name, isCurrent }) => ({
            value: id,
            label: isCurrent ? t("currentYear", { name }) : name,
          }))}
          onChange={({ currentTarget: { value } }) => void setUrl({ year: value }, { history: "push" })}
        />
        <div className="ml-auto flex gap-2 max-sm:ml-0">
          <Button onPress={() => ask({ kind: "grade", grade: null })}>{t("newGrade")}</Button>
        </div>
      </div>
      {year.state === "closed" ? <Callout tone="info">{t("closed", { name: year.name })}</Callout> : null}
      <SectionMatrix year={year} grades={grades} actions={actions} ask={ask} />
    </>
  );
}

function Nothing(props: { title: string; body: string; children: React.ReactNode }) {
  return (
    <div className="py-12">
      <EmptyState drawing="classroom" title={props.title} actions={props.children}>
        {props.body}
      </EmptyState>
    </div>
  );
}
