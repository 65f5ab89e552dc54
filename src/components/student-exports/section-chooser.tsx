"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { ExportOptions } from "./types";

export interface SectionChooserProps {
  grades: ExportOptions["grades"];
  /** Ids; null for all. */
  chosen: readonly string[] | null;
  onChange: (chosen: string[] | null) => void;
}

/** Which sections of the year: all of them, or some. */
export function SectionChooser({ grades, chosen, onChange }: SectionChooserProps) {
  const t = useTranslations("studentExports.chooser");
  const all = grades.flatMap(({ sections }) => sections.map(({ id }) => id));
  const isOn = (id: string) => chosen?.includes(id) ?? true;
  const keep = (ids: readonly string[]) =>
    onChange(all.every((id) => ids.includes(id)) ? null : all.filter((id) => ids.includes(id)));
  const press = (ids: readonly string[], on: boolean) =>
    keep(on ? [...all.filter(isOn), ...ids] : all.filter((id) => isOn(id) && !ids.includes(id)));
  if (all.length === 0) return <p className="text-sm text-ink-3">{t("noSections")}</p>;
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 text-sm font-medium">{t("sections")}</legend>
      <Checkbox checked={chosen === null} onChange={({ target }) => onChange(target.checked ? null : [])}>
        {t("all", { count: all.length })}
      </Checkbox>
      <ul className="grid border-t border-line">
        {grades.map((grade) => {
          const ids = grade.sections.map(({ id }) => id);
          const on = ids.filter(isOn).length;
          return (
            <li
              key={grade.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5 text-sm"
            >
              <div className="w-32">
                <Checkbox
                  checked={on === ids.length}
                  indeterminate={on > 0 && on < ids.length}
                  onChange={({ target }) => press(ids, target.checked)}
                >
                  <span className="font-medium">{grade.name}</span>
                </Checkbox>
              </div>
              {grade.sections.map((section) => (
                <Checkbox
                  key={section.id}
                  checked={isOn(section.id)}
                  aria-label={t("section", {
                    grade: grade.name,
                    section: section.name,
                    count: section.active,
                  })}
                  onChange={({ target }) => press([section.id], target.checked)}
                >
                  {section.name} <span className="text-xs text-ink-3 tabular-nums">{section.active}</span>
                </Checkbox>
              ))}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
