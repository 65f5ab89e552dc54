"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { usePreferences } from "@/components/shell/use-preferences";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { switchSingleKeys, useSingleKeys } from "@/components/ui/single-keys";
import { LOCALES } from "@/domain/locale";
import { DENSITIES, type Density, THEMES, type Theme } from "@/domain/preferences";
import { appLocale } from "@/i18n/locale";
import { SettingRow, SettingRows, SwitchRow } from "./setting-row";

/** Language, theme, density and the keyboard; each is kept at once. */
export function LookForm(saved: { theme: Theme; density: Density }) {
  const t = useTranslations("account");
  const [locale, setLocale] = useState(appLocale(useLocale()));
  const change = usePreferences();
  const singleKeys = useSingleKeys();
  const [theme, setTheme] = useState(saved.theme);
  const [density, setDensity] = useState(saved.density);
  return (
    <SettingRows>
      <SettingRow isNamed label={t("look.language")}>
        <SegmentedControl
          label={t("look.language")}
          options={LOCALES.map((value) => ({ value, label: t(`look.languages.${value}`) }))}
          value={locale}
          onChange={(value) => {
            setLocale(value);
            change({ locale: value });
          }}
        />
      </SettingRow>
      <SettingRow isNamed label={t("look.theme")}>
        <SegmentedControl
          label={t("look.theme")}
          options={THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
          value={theme}
          onChange={(value) => {
            setTheme(value);
            change({ theme: value });
          }}
        />
      </SettingRow>
      <SettingRow isNamed label={t("look.density")}>
        <SegmentedControl
          label={t("look.density")}
          options={DENSITIES.map((value) => ({ value, label: t(`look.densities.${value}`) }))}
          value={density}
          onChange={(value) => {
            setDensity(value);
            change({ density: value });
          }}
        />
      </SettingRow>
      <SwitchRow
        label={t("look.shortcuts")}
        hint={t("look.shortcutsHint")}
        isOn={singleKeys}
        onChange={switchSingleKeys}
      />
    </SettingRows>
  );
}
