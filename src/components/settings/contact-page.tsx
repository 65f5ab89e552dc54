"use client";

import { FieldPair } from "@/components/ui/form";
import { TextArea } from "@/components/ui/text-area";
import { SettingText } from "./setting-text";
import { SettingsForm } from "./settings-form";
import { useFieldWords } from "./use-field-words";
import { useSettingsForm } from "./use-settings-form";

/** How the school is reached. */
export function ContactPage() {
  const words = useFieldWords();
  const form = useSettingsForm("contact");
  return (
    <SettingsForm page="contact" form={form}>
      <FieldPair>
        <SettingText form={form} field="contact.email" type="email" optional />
        <SettingText form={form} field="contact.phone" type="tel" optional />
      </FieldPair>
      <SettingText form={form} field="contact.website" type="url" inputMode="url" optional />
      <TextArea
        label={words.label("contact.address")}
        hint={words.hint("contact.address")}
        optional
        rows={3}
        value={form.values["contact.address"]}
        error={form.error("contact.address")}
        onChange={({ target: { value } }) => form.change("contact.address", value)}
        onBlur={() => form.leave("contact.address")}
      />
    </SettingsForm>
  );
}
