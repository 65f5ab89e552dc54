"use client";

import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useDownload } from "@/components/use-download";
import type { RecordSection } from "@/domain/student-export-list";
import { recordFileHref } from "./export-url";

export interface RecordChooserProps {
  id: string;
  allowed: readonly RecordSection[];
  chosen: readonly RecordSection[];
}

/** Which parts the copy has: a form that asks for the page anew, which records what it shows. */
export function RecordChooser({ id, allowed, chosen }: RecordChooserProps) {
  const t = useTranslations("studentExports.record");
  const { take, pending } = useDownload();
  return (
    <form className="grid gap-3 rounded-lg border border-line bg-sunken p-4">
      <fieldset className="flex min-w-0 flex-wrap gap-x-5 gap-y-1">
        <legend className="mb-1 text-sm font-medium">{t("choose")}</legend>
        {allowed.map((section) => (
          <Checkbox key={section} name="sections" value={section} defaultChecked={chosen.includes(section)}>
            {t(`sections.${section}`)}
          </Checkbox>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit">{t("show")}</Button>
        <Button
          variant="quiet"
          icon={<Braces />}
          pending={pending}
          onPress={() => take(recordFileHref(id, chosen), "record.json")}
        >
          {t("json")}
        </Button>
        <span className="text-xs text-ink-3">{t("recorded")}</span>
      </div>
    </form>
  );
}
