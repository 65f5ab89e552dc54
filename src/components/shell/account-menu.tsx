"use client";

import { LogOut, UserRound } from "lucide-react";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { MenuItem, MenuSection, MenuSeparator } from "@/components/ui/menu";
import { LOCALES } from "@/domain/locale";
import { DENSITIES, densitySchema, THEMES, themeSchema } from "@/domain/preferences";
import { appLocale } from "@/i18n/locale";
import { usePreferences } from "./use-preferences";

/** What belongs to the account: its page, theme, language, density, and the way out. */
export function AccountMenu() {
  const t = useTranslations("app");
  const locale = appLocale(useLocale());
  const change = usePreferences();
  const theme = useRootData("theme") ?? "system";
  const density = useRootData("density") ?? "comfortable";
  return (
    <>
      <MenuItem href="/account" icon={<UserRound />}>
        {t("account")}
      </MenuItem>
      <MenuSeparator />
      <MenuSection
        title={t("theme")}
        selected={theme}
        onSelect={(chosen) => change({ theme: themeSchema.parse(chosen) })}
      >
        {THEMES.map((name) => (
          <MenuItem key={name} id={name}>
            {t(`themes.${name}`)}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection
        title={t("density")}
        selected={density}
        onSelect={(chosen) => change({ density: densitySchema.parse(chosen) })}
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
      <MenuItem icon={<LogOut />} onAction={() => signOut({ callbackUrl: "/sign-in" })}>
        {t("signOut")}
      </MenuItem>
    </>
  );
}

// The server wrote it on <html>; a menu is opened long after that.
function useRootData(name: "theme" | "density"): string | undefined {
  return useSyncExternalStore(
    () => () => undefined,
    () => document.documentElement.dataset[name],
    () => undefined,
  );
}
