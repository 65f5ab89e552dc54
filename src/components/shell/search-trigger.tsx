"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { fetchEarly } from "@/components/ui/insist";
import { Kbd } from "@/components/ui/kbd";
import { PressButton } from "@/components/ui/press-button";
import { loadPalette } from "./shell-tools";
import { useShellTools } from "./tools-context";
import { useIsMac } from "./use-mod-key";

// The code is on its way before the press is done.
const near = () => fetchEarly(loadPalette);

/** Opens the palette from the sidebar. */
export function SearchTrigger() {
  const t = useTranslations("app");
  const { openPalette } = useShellTools();
  const mac = useIsMac();
  return (
    <PressButton
      onPress={openPalette}
      onPointerEnter={near}
      onFocus={near}
      aria-keyshortcuts={mac ? "Meta+K" : "Control+K"}
      className="flex h-(--control-h) w-full items-center gap-2 rounded-md bg-surface px-2 text-left text-sm text-ink-3 edge hover:[--edge:var(--line-control)] [&>svg]:text-icon"
    >
      <Search />
      <span className="min-w-0 flex-1 truncate">{t("palette.trigger")}</span>
      <Kbd className="pointer-coarse:hidden">{mac ? "⌘ K" : t("palette.chord")}</Kbd>
    </PressButton>
  );
}

/** The same in the topbar of a narrow screen. */
export function SearchIcon() {
  const t = useTranslations("app.palette");
  const { openPalette } = useShellTools();
  return <IconButton label={t("label")} icon={<Search />} onPress={openPalette} className="md:hidden" />;
}
