"use client";

import { ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import type { ImportDetail } from "../types";

/** What of the school's structure the import would make: years, grades and sections. */
export function CreatesPart({ creates }: Pick<ImportDetail, "creates">) {
  const t = useTranslations("studentImport.creates");
  const format = useFormatter();
  const { years, grades, sections } = creates;
  const parts = [
    { key: "years", names: years },
    { key: "grades", names: grades },
    { key: "sections", names: sections },
  ] as const;
  const made = parts.filter(({ names }) => names.length > 0);
  if (made.length === 0) return null;
  return (
    <details className="group/made text-sm">
      <summary className="flex min-h-6 cursor-pointer list-none items-center gap-1.5 rounded-sm text-ink-2 [&::-webkit-details-marker]:hidden">
        <ChevronRight className="text-icon transition-transform group-open/made:rotate-90" />
        <span>
          {t("summary", {
            made: format.list(made.map(({ key, names }) => t(`count.${key}`, { count: names.length }))),
          })}
        </span>
      </summary>
      <div className="mt-2 max-w-measure pl-5.5">
        <DescriptionList
          items={made.map(({ key, names }) => ({
            term: t(`label.${key}`),
            value: format.list(names, { type: "unit" }),
          }))}
        />
      </div>
    </details>
  );
}
