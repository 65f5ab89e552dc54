"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { usePreferences } from "@/components/shell/use-preferences";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { LOCALES } from "@/domain/locale";
import { DENSITIES, type Density, THEMES, type Theme } from "@/domain/preferences";
import { appLocale } from "@/i18n/locale";

/** Language, theme and density; each is kept at once. */
export function LookForm(saved: { theme: Theme; density: Density }) {
  const t = useTranslations("account");
  const [locale, setLocale] = useState(appLocale(useLocale()));
  const change = usePreferences();
  const [theme, setTheme] = useState(saved.theme);
  const [density, setDensity] = useState(saved.density);
  return (
    <div className="grid max-w-form gap-4">
      <Choice label={t("look.language")}>
        <SegmentedControl
          label={t("look.language")}
          options={LOCALES.map((value) => ({ value, label: t(`look.languages.${value}`) }))}
          value={locale}
          onChange={(value) => {
            setLocale(value);
            change({ locale: value });
          }}
        />
      </Choice>
      <Choice label={t("look.theme")}>
        <SegmentedControl
          label={t("look.theme")}
          options={THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
          value={theme}
          onChange={(value) => {
            setTheme(value);
            change({ theme: value });
          }}
        />
      </Choice>
      <Choice label={t("look.density")}>
        <SegmentedControl
          label={t("look.density")}
          options={DENSITIES.map((value) => ({ value, label: t(`look.densities.${value}`) }))}
          value={density}
          onChange={(value) => {
            setDensity(value);
            change({ density: value });
          }}
        />
      </Choice>
    </div>
  );
}

// The legend of the control names it for assistive technology.
function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <span aria-hidden="true" className="text-sm font-medium">
        {label}
      </span>
      {children}
    </div>
  );
}
