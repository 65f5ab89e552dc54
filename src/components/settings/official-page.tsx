"use client";

import { useTranslations } from "next-intl";
import { FieldPair } from "@/components/ui/form";
import { SettingNumber } from "./setting-number";
import { SettingText } from "./setting-text";
import { SettingsForm } from "./settings-form";
import { useSettingsForm } from "./use-settings-form";

/** What the ministry's forms say of the school, and how large an import waits for a yes. */
export function OfficialPage() {
  const t = useTranslations("settings");
  const form = useSettingsForm("official");
  return (
    <SettingsForm page="official" form={form}>
      <SettingText form={form} field="official.name" optional />
      <SettingText form={form} field="official.deaCode" optional />
      <FieldPair>
        <SettingText form={form} field="official.statisticalCode" inputMode="numeric" optional />
        <SettingText form={form} field="official.dependencyCode" inputMode="numeric" optional />
      </FieldPair>
      <SettingText form={form} field="official.address" optional />
      <FieldPair>
        <SettingText form={form} field="official.municipality" optional />
        <SettingText form={form} field="official.state" optional />
      </FieldPair>
      <SettingText form={form} field="official.director" optional />
      <SettingNumber form={form} field="students.importHold" unit={t("percentUnit")} min={0} max={100} />
    </SettingsForm>
  );
}
