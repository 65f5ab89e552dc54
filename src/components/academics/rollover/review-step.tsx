"use client";

import { useFormatter, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { Section } from "@/components/ui/section";
import type { OldYear, Preview } from "./types";

/** What would be done, in figures and by name, before it is done. */
export function ReviewStep({ old, preview }: { old: OldYear; preview: Preview }) {
  const t = useTranslations("rollover.review");
  const tStatus = useTranslations("rollover.statuses");
  const { number } = useFormatter();
  const { counts, from, to, sectionCount, classCount } = preview;
  return (
    <>
      <KeyFigures
        label={t("figures")}
        items={[
          { label: t("promoted"), value: number(counts.promoted) },
          { label: t("heldBack"), value: number(counts.heldBack) },
          { label: t("graduated"), value: number(counts.graduated) },
          { label: t("leftOut"), value: number(counts.leftOut) },
        ]}
      />
      <Section title={t("what")}>
        <DescriptionList
          items={[
            { term: t("newYear"), value: t("newYearValue", { year: to, sections: sectionCount }) },
            { term: t("oldYear"), value: t("oldYearValue", { year: from, classes: classCount }) },
            { term: t("history"), value: t("historyValue", { year: from }) },
            { term: t("graduates"), value: t("graduatesValue", { count: counts.graduated }) },
          ]}
        />
      </Section>
      {old.leftOut.count > 0 ? (
        <Section title={t("leftOutTitle")} meta={number(old.leftOut.count)}>
          <p className="mb-2 max-w-measure text-sm text-ink-2">{t("leftOutBody")}</p>
          <ul className="divide-y divide-line border-y border-line text-sm">
            {old.leftOut.students.map(({ id, name, status }) => (
              <li key={id} className="flex min-h-(--row-h) items-center gap-3 py-1">
                <span className="min-w-0 truncate">{name}</span>
                <span className="ml-auto text-ink-3">{tStatus(status)}</span>
              </li>
            ))}
          </ul>
          {old.leftOut.count > old.leftOut.students.length ? (
            <p className="mt-2 text-sm text-ink-3">
              {t("more", { count: old.leftOut.count - old.leftOut.students.length })}
            </p>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
