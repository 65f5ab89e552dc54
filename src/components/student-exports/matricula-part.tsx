"use client";

import { FileSpreadsheet } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { useDownload } from "@/components/use-download";
import { matriculaHref } from "./export-url";
import type { ExportOptions } from "./types";

/** What of the sensitive columns may be asked for. */
export type MatriculaRights = { health: boolean; income: boolean };

export interface MatriculaPartProps {
  years: ExportOptions["years"];
  year: string;
  rights: MatriculaRights;
}

/** The whole Matrícula in the columns of the template; health and income where they are asked for. */
export function MatriculaPart({ years, year, rights }: MatriculaPartProps) {
  const t = useTranslations("studentExports.matricula");
  const { take, pending } = useDownload();
  const [chosen, setChosen] = useState<string>(year);
  const [parts, setParts] = useState<MatriculaRights>({ health: false, income: false });
  const asked = (["health", "income"] as const).filter((part) => rights[part]);
  return (
    <Section title={t("title")}>
      <div className="grid max-w-form gap-4">
        <p className="text-sm text-ink-2">{t("description")}</p>
        <Select
          label={t("year")}
          className="max-w-xs"
          value={chosen}
          options={[
            ...years.map(({ id, name }) => ({ value: id, label: name })),
            { value: "", label: t("allYears") },
          ]}
          onChange={({ target }) => setChosen(target.value)}
        />
        {asked.length > 0 ? (
          <div className="grid gap-1">
            {asked.map((part) => (
              <Checkbox
                key={part}
                checked={parts[part]}
                onChange={({ target }) => setParts({ ...parts, [part]: target.checked })}
              >
                {t(part)}
              </Checkbox>
            ))}
            <p className="text-xs text-ink-3">{t("recorded")}</p>
          </div>
        ) : null}
        <div>
          <Button
            icon={<FileSpreadsheet />}
            pending={pending}
            onPress={() => take(matriculaHref({ year: chosen || null, ...parts }), `${t("file")}.xlsx`)}
          >
            {t("download")}
          </Button>
        </div>
      </div>
    </Section>
  );
}
