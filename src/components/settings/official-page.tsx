"use client";

import { FieldPair } from "@/components/ui/form";
import { SettingText } from "./setting-text";
import { SettingsForm } from "./settings-form";
import { useSettingsForm } from "./use-settings-form";

/** What the ministry's forms say of the school. */
export function OfficialPage() {
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
    </SettingsForm>
  );
}
