"use client";

import { Languages, SunMoon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { keepOnDevice } from "@/components/shell/use-preferences";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSection } from "@/components/ui/menu";
import type { UpdatePreferencesInput } from "@/domain/preference-schemas";
import { THEMES, type Theme } from "@/domain/preferences";
import { appLocale } from "@/i18n/locale";
import { oneOf } from "@/lib/one-of";

/** Language and theme of the pages before sign-in, kept on this device. */
export function LookSwitches({ theme }: { theme: Theme }) {
  const t = useTranslations("auth");
  const router = useRouter();
  const other = appLocale(useLocale()) === "en" ? "es" : "en";
  const change = (chosen: UpdatePreferencesInput) => {
    keepOnDevice(chosen);
    router.refresh();
  };
  return (
    <div className="flex items-center gap-1">
      <Button variant="quiet" icon={<Languages />} onPress={() => change({ locale: other })}>
        {/* In its own language: whoever looks for it may not read the present one. */}
        <span lang={other}>{t(`languages.${other}`)}</span>
      </Button>
      <Menu label={t("theme")} trigger={<IconButton size="md" label={t("theme")} icon={<SunMoon />} />}>
        <MenuSection
          label={t("theme")}
          selected={theme}
          onSelect={(name) => change({ theme: oneOf(THEMES, name) })}
        >
          {THEMES.map((name) => (
            <MenuItem key={name} id={name}>
              {t(`themes.${name}`)}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </div>
  );
}
