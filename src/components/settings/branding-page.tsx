"use client";

import { ColorField } from "@/components/ui/color-field";
import { BrandPreview } from "./brand-preview";
import { LogoField } from "./logo-field";
import { SettingSwitch } from "./setting-switch";
import { SettingText } from "./setting-text";
import { SettingsForm } from "./settings-form";
import { useFieldWords } from "./use-field-words";
import { useSettingsForm } from "./use-settings-form";

/** Logo, colour and motto, with how they look by day and by night. */
export function BrandingPage() {
  const words = useFieldWords();
  const form = useSettingsForm("branding");
  const { name, "branding.primaryColor": saved } = form.school.fields;
  const color = form.values["branding.primaryColor"];
  return (
    <SettingsForm
      page="branding"
      form={form}
      aside={<BrandPreview name={name} color={color} fallback={saved} logoUrl={form.school.logoUrl} />}
      below={<SettingSwitch field="branding.showOnSignIn" />}
    >
      <LogoField />
      <ColorField
        label={words.label("branding.primaryColor")}
        value={color}
        error={form.error("branding.primaryColor")}
        onChange={(value) => form.change("branding.primaryColor", value)}
        onBlur={() => form.leave("branding.primaryColor")}
      />
      <SettingText form={form} field="branding.motto" maxLength={200} optional />
    </SettingsForm>
  );
}
