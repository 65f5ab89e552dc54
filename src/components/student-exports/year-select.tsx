"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import type { ExportOptions } from "./types";

export interface YearSelectProps {
  years: ExportOptions["years"];
  value: string;
  onChange: (year: string) => void;
}

/** Which school year, with how many students are in it. */
export function YearSelect({ years, value, onChange }: YearSelectProps) {
  const t = useTranslations("studentExports.chooser");
  return (
    <Select
      label={t("year")}
      className="max-w-xs"
      value={value}
      options={years.map(({ id, name, students }) => ({
        value: id,
        label: t("yearOption", { name, count: students }),
      }))}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
