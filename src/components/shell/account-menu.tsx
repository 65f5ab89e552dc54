"use client";

import { Keyboard, LogOut, UserRound } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import { MenuItem, MenuSection, MenuSeparator } from "@/components/ui/menu";
import { LOCALES } from "@/domain/locale";
import { DENSITIES, THEMES } from "@/domain/preferences";
import { appLocale } from "@/i18n/locale";
import { oneOf } from "@/lib/one-of";
import { useShellTools } from "./tools-context";
import { useGo } from "./use-connection";
import { rootDensity, rootTheme, usePreferences } from "./use-preferences";
import { useSignOut } from "./use-sign-out";

/** What belongs to the account: its page, theme, language, density, the shortcuts, and the way out. */
export function AccountMenu() {
  const t = useTranslations("app");
  const locale = appLocale(useLocale());
  const change = usePreferences();
  const go = useGo();
  const signOut = useSignOut();
  const { openShortcuts } = useShellTools();
  return (
    <>
      <MenuItem icon={<UserRound />} onAction={() => go("/account")}>
        {t("account")}
      </MenuItem>
      <MenuSeparator />
      <MenuSection
        title={t("theme")}
        selected={rootTheme()}
        onSelect={(chosen) => change({ theme: oneOf(THEMES, chosen) })}
      >
        {THEMES.map((name) => (
          <MenuItem key={name} id={name}>
            {t(`themes.${name}`)}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection
        title={t("density")}
        selected={rootDensity()}
        onSelect={(chosen) => change({ density: oneOf(DENSITIES, chosen) })}
      >
        {DENSITIES.map((name) => (
          <MenuItem key={name} id={name}>
            {t(`densities.${name}`)}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection
        title={t("language")}
        selected={locale}
        onSelect={(chosen) => change({ locale: appLocale(chosen) })}
      >
        {LOCALES.map((name) => (
          <MenuItem key={name} id={name}>
            {t(`languages.${name}`)}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuItem icon={<Keyboard />} aside={<Kbd>?</Kbd>} onAction={openShortcuts}>
        {t("shortcuts.title")}
      </MenuItem>
      <MenuItem icon={<LogOut />} onAction={signOut}>
        {t("signOut")}
      </MenuItem>
    </>
  );
}
