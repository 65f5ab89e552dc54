"use client";

import { onlineManager } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { placesOf } from "./navigation";
import { type ShortcutAct, shortcutsOf } from "./shortcuts";
import { type ShellViewer, type Tools, ToolsContext } from "./tools-context";
import { hold, useGo } from "./use-connection";
import { useShortcuts } from "./use-shortcuts";

/** Fetches the code of the palette before it is asked for, as when the pointer comes near. */
export const loadPalette = () => import("./palette");
const loadShortcuts = () => import("./shortcuts-dialog");

/** Binds the keys, and holds palette and shortcuts, whose code comes on first use. */
export function ShellTools({ viewer, children }: { viewer: ShellViewer; children: ReactNode }) {
  const go = useGo();
  const [open, setOpen] = useState<"palette" | "shortcuts">();
  const close = () => setOpen(undefined);
  const palette = useOnFirstUse(open === "palette", loadPalette, close);
  const dialog = useOnFirstUse(open === "shortcuts", loadShortcuts, close);
  const places = useMemo(() => placesOf(viewer.role), [viewer.role]);
  const shortcuts = useMemo(() => shortcutsOf(places), [places]);
  const tools = useMemo<Tools>(
    () => ({ places, openPalette: () => setOpen("palette"), openShortcuts: () => setOpen("shortcuts") }),
    [places],
  );
  // What is typed while the palette's code is on its way is its first query.
  const early = useTypedEarly(open === "palette" && palette === undefined);

  function perform(act: ShortcutAct) {
    if (act.kind === "palette") setOpen("palette");
    else if (act.kind === "help") setOpen("shortcuts");
    else if (act.kind === "go") go(act.href);
    else actOnPage[act.kind]();
  }
  useShortcuts(shortcuts, open !== undefined, perform);

  return (
    <ToolsContext value={tools}>
      {children}
      {palette ? (
        <palette.Palette
          viewer={viewer}
          places={places}
          open={open === "palette"}
          firstQuery={early}
          onClose={close}
        />
      ) : null}
      {dialog ? (
        <dialog.ShortcutsDialog shortcuts={shortcuts} open={open === "shortcuts"} onClose={close} />
      ) : null}
    </ToolsContext>
  );
}

/** Pages mark their search field with `data-shortcut="/"` and their main "new" action with `data-shortcut="n"`. */
const actOnPage = {
  search() {
    const field = visible<HTMLInputElement>('[data-shortcut="/"]');
    field?.focus();
    field?.select();
  },
  create: () => visible('[data-shortcut="n"]')?.click(),
  rows() {
    if (!document.activeElement?.closest("tr")) visible("[data-row-link]")?.focus();
  },
  here: () => undefined,
};

function visible<T extends HTMLElement>(selector: string): T | undefined {
  return [...document.querySelectorAll<T>(selector)].find((element) => element.checkVisibility());
}

/** The module, from when it is first wanted and has come; without a connection it says so and gives up. */
function useOnFirstUse<T>(wanted: boolean, load: () => Promise<T>, giveUp: () => void): T | undefined {
  const t = useTranslations("app.connection");
  const [loaded, setLoaded] = useState<T>();
  const failed = useRef<() => void>(undefined);
  useEffect(() => {
    failed.current = () => {
      giveUp();
      if (onlineManager.isOnline()) toast(t("unreachable"));
      else hold("notLoaded");
    };
  });
  const missing = wanted && loaded === undefined;
  useEffect(() => {
    if (!missing) return;
    let live = true;
    load().then(
      (module) => live && setLoaded(module),
      () => live && failed.current?.(),
    );
    return () => {
      live = false;
    };
  }, [missing, load]);
  return loaded;
}

function useTypedEarly(waiting: boolean): string {
  const typed = useRef("");
  useEffect(() => {
    if (!waiting) return;
    typed.current = "";
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
      event.preventDefault();
      typed.current += event.key;
    };
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [waiting]);
  return typed.current;
}
