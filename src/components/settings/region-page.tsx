"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ComboBox } from "@/components/ui/combo-box";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { PickItem } from "@/components/ui/use-options";
import { LOCALES } from "@/domain/locale";
import { WEEK_STARTS } from "@/domain/setting-list";
import { oneOf } from "@/lib/one-of";
import { SettingsForm } from "./settings-form";
import { timeZoneItem, timeZoneItems } from "./time-zones";
import { useFieldWords } from "./use-field-words";
import { useSettingsForm } from "./use-settings-form";

const MINUTE = 60_000;

/** How the school writes days and times. */
export function RegionPage() {
  const t = useTranslations("settings");
  const words = useFieldWords();
  const form = useSettingsForm("region");
  const { "region.timeZone": zone, "region.locale": locale, "region.weekStart": day } = form.values;
  return (
    <SettingsForm page="region" form={form}>
      <TimeZone value={zone} onChange={(next) => form.change("region.timeZone", next)} />
      <Select
        label={words.label("region.locale")}
        hint={words.hint("region.locale")}
        options={LOCALES.map((value) => ({ value, label: t(`values.locale.${value}`) }))}
        value={locale}
        onChange={({ target: { value } }) => form.change("region.locale", oneOf(LOCALES, value) ?? locale)}
      />
      <RadioGroup
        label={words.label("region.weekStart")}
        hint={words.hint("region.weekStart")}
        options={WEEK_STARTS.map((value) => ({ value, label: t(`values.weekStart.${value}`) }))}
        value={day}
        onChange={(value) => form.change("region.weekStart", value)}
      />
    </SettingsForm>
  );
}

function TimeZone({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const t = useTranslations("settings");
  const words = useFieldWords();
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE });
  // The browser's own list, which the server does not have: it is made once the page is there.
  const [zones, setZones] = useState<readonly PickItem[]>([]);
  useEffect(() => setZones(timeZoneItems()), []);
  const moment = format.dateTime(now, {
    timeZone: value,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <ComboBox
      label={words.label("region.timeZone")}
      hint={
        <>
          {words.hint("region.timeZone")} <span suppressHydrationWarning>{t("zoneNow", { moment })}</span>
        </>
      }
      items={zones}
      chosen={timeZoneItem(value)}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  );
}
