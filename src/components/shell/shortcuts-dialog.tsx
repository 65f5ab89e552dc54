"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { switchSingleKeys, useSingleKeys } from "@/components/ui/single-keys";
import { Switch } from "@/components/ui/switch";
import { SHORTCUT_GROUPS, type Shortcut } from "./shortcuts";
import { useIsMac } from "./use-mod-key";

export interface ShortcutsDialogProps {
  shortcuts: readonly Shortcut[];
  open: boolean;
  onClose: () => void;
}

/** All shortcuts of this person, and the way to turn those of a single letter off. */
export function ShortcutsDialog({ shortcuts, open, onClose }: ShortcutsDialogProps) {
  const t = useTranslations("app.shortcuts");
  const single = useSingleKeys();
  return (
    <Dialog
      title={t("title")}
      size="lg"
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      footer={
        <div className="mr-auto grid gap-0.5">
          <Switch isOn={single} onSwitch={switchSingleKeys}>
            {t("singleKeys")}
          </Switch>
          <p className="text-xs text-ink-3">{t("singleKeysHint")}</p>
        </div>
      }
    >
      <div className="columns-2 gap-10 max-sm:columns-1">
        {SHORTCUT_GROUPS.map((group) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-ink">{t(`groups.${group}`)}</h3>
            <dl className="text-sm">
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map((shortcut) => (
                  <Row key={shortcut.keys.join(" ")} shortcut={shortcut} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Row({ shortcut }: { shortcut: Shortcut }) {
  const t = useTranslations("app");
  const { keys, or } = shortcut;
  return (
    <div className="flex min-h-7 items-center justify-between gap-4 border-b border-line last:border-0">
      <dt>{"place" in shortcut ? t(`places.${shortcut.place}`) : t(`shortcuts.told.${shortcut.told}`)}</dt>
      <dd className="flex items-center gap-1 whitespace-nowrap text-xs text-ink-3">
        <Keys keys={keys} />
        {or ? t.rich("shortcuts.or", { keys: () => <Keys keys={or} /> }) : null}
      </dd>
    </div>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  const t = useTranslations("app.shortcuts");
  const mac = useIsMac();
  const chord = keys[0] === "Mod";
  return keys.map((key, index) => (
    <span key={key} className="flex items-center gap-1">
      {index > 0 && !chord ? t("then") : null}
      <Kbd>{capOf(key, mac, t)}</Kbd>
    </span>
  ));
}

const NAMED = { Enter: "enter", Escape: "escape", Space: "space" } as const;

function capOf(
  key: string,
  mac: boolean,
  t: (key: "control" | "enter" | "escape" | "space") => string,
): string {
  if (key === "Mod") return mac ? "⌘" : t("control");
  if (key === "ArrowDown") return "↓";
  if (key === "ArrowUp") return "↑";
  const named = key in NAMED ? NAMED[key as keyof typeof NAMED] : undefined;
  return named ? t(named) : key.length === 1 ? key.toUpperCase() : key;
}
