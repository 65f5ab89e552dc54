"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { TextArea } from "@/components/ui/text-area";
import { SettingSwitch } from "./setting-switch";
import { SettingText } from "./setting-text";
import { SettingsForm } from "./settings-form";
import { useFieldWords } from "./use-field-words";
import { useSettingsForm } from "./use-settings-form";

/** What the school is called, and whether visitors may register. */
export function GeneralPage() {
  const t = useTranslations("settings");
  const words = useFieldWords();
  const form = useSettingsForm("general");
  return (
    <SettingsForm
      page="general"
      form={form}
      below={
        <Section title={t("selfRegistration")}>
          <SettingSwitch field="registration.isOpen" />
        </Section>
      }
    >
      <SettingText form={form} field="name" maxLength={200} />
      <SettingText form={form} field="branding.shortName" maxLength={40} optional />
      <TextArea
        label={words.label("description")}
        hint={words.hint("description")}
        optional
        rows={4}
        value={form.values.description}
        error={form.error("description")}
        onChange={({ target: { value } }) => form.change("description", value)}
        onBlur={() => form.leave("description")}
      />
    </SettingsForm>
  );
}
