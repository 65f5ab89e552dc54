"use client";

import {
  Keyboard,
  Languages,
  LogOut,
  Moon,
  Plus,
  Rows3,
  Rows4,
  Send,
  Sun,
  SunMoon,
  Upload,
  UserRound,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LOCALES } from "@/domain/locale";
import { can } from "@/domain/permissions";
import { DENSITIES, THEMES, type Theme } from "@/domain/preferences";
import type { Role } from "@/domain/roles";
import { appLocale } from "@/i18n/locale";
import type { Place } from "./navigation";
import type { Entry, FoundClass } from "./palette-entries";
import { useShellTools } from "./tools-context";
import { rootDensity, rootTheme, usePreferences } from "./use-preferences";
import { useSignOut } from "./use-sign-out";

const THEME_ICONS = { system: SunMoon, light: Sun, dark: Moon } satisfies Record<Theme, unknown>;
const DENSITY_ICONS = { comfortable: Rows3, compact: Rows4 };

/** What can be done from anywhere; with a class in view, also to it. */
export function usePaletteActions(role: Role, places: readonly Place[], inView?: FoundClass): Entry[] {
  const t = useTranslations("app");
  const locale = appLocale(useLocale());
  const change = usePreferences();
  const signOut = useSignOut();
  const { openShortcuts } = useShellTools();
  const base = (key: Place["key"]) => places.find((place) => place.key === key)?.href;
  const [classes, invitations] = [base("classes"), base("invitations")];

  const school: Entry[] = [];
  if (inView?.state === "active" && invitations)
    school.push({
      command: { id: "invite-into", label: t("palette.inviteInto", { name: inView.name }), lead: <Send /> },
      href: `${invitations}/new?class=${inView.id}`,
    });
  if (classes && can(role, "class:manage"))
    school.push({
      command: { id: "new-class", label: t("palette.newClass"), lead: <Plus /> },
      words: t("palette.words.newClass"),
      href: `${classes}/new`,
    });
  const academics = base("academics");
  if (academics)
    school.push({
      command: { id: "new-sections", label: t("palette.sections"), lead: <Plus /> },
      words: t("palette.words.sections"),
      href: academics,
    });
  if (invitations)
    school.push({
      command: { id: "invite", label: t("palette.invite"), lead: <Send /> },
      words: t("palette.words.invite"),
      href: `${invitations}/new`,
    });
  if (can(role, "student:import"))
    school.push({
      command: { id: "import-students", label: t("palette.importStudents"), lead: <Upload /> },
      words: t("palette.words.importStudents"),
      href: "/org-admin/students/import",
    });

  const look: Entry[] = [
    ...THEMES.filter((theme) => theme !== rootTheme()).map((theme): Entry => {
      const Icon = THEME_ICONS[theme];
      return {
        command: { id: `theme-${theme}`, label: t(`palette.themes.${theme}`), lead: <Icon /> },
        words: t("palette.words.theme"),
        run: () => change({ theme }),
      };
    }),
    ...DENSITIES.filter((density) => density !== rootDensity()).map((density): Entry => {
      const Icon = DENSITY_ICONS[density];
      return {
        command: { id: `density-${density}`, label: t(`palette.densities.${density}`), lead: <Icon /> },
        words: t("palette.words.density"),
        run: () => change({ density }),
      };
    }),
    ...LOCALES.filter((other) => other !== locale).map(
      (other): Entry => ({
        // In its own language: whoever looks for it may not read the present one.
        command: {
          id: `language-${other}`,
          label: t(`palette.languages.${other}`),
          lang: other,
          lead: <Languages />,
        },
        words: t("palette.words.language"),
        run: () => change({ locale: other }),
      }),
    ),
  ];

  return [
    ...school,
    ...look,
    {
      command: { id: "account", label: t("account"), lead: <UserRound /> },
      words: t("palette.words.account"),
      href: "/account",
    },
    {
      command: { id: "shortcuts", label: t("shortcuts.title"), lead: <Keyboard />, keys: ["?"] },
      run: openShortcuts,
    },
    {
      command: { id: "sign-out", label: t("signOut"), lead: <LogOut /> },
      words: t("palette.words.signOut"),
      run: signOut,
    },
  ];
}
