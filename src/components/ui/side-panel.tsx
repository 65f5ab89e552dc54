"use client";

import { ChevronDown, ChevronUp, Maximize2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { IconButton } from "./icon-button";

export interface SidePanelProps {
  /** Names the panel: the row's name. */
  label: string;
  /** Where the row stands in the list, such as "3 of 443". */
  position?: ReactNode;
  onClose: () => void;
  /** Absent at the ends of the list. */
  onPrevious?: () => void;
  onNext?: () => void;
  /** The row's own page. */
  expandHref?: string;
  footer?: ReactNode;
  children: ReactNode;
}

const NARROW = "(max-width: 639.98px)";

function watchNarrow(changed: () => void) {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** One row of a list beside the list, which stays usable; on a phone a full sheet. Esc closes it. */
export function SidePanel(props: SidePanelProps) {
  const { label, position, onClose, onPrevious, onNext, expandHref, footer, children } = props;
  const t = useTranslations("ui");
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  const narrow = useSyncExternalStore(
    watchNarrow,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  // The focus comes in on opening and goes back to the row's link on closing.
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const inOverlay = document.querySelector(
        '[role="dialog"][aria-modal], [role="alertdialog"]:not([aria-modal="false"]), [role="menu"], [role="listbox"]',
      );
      if (event.key !== "Escape" || event.defaultPrevented || (inOverlay && inOverlay !== panel.current))
        return;
      close.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  function keepInside(event: KeyboardEvent) {
    if (!narrow || event.key !== "Tab" || !panel.current) return;
    const stops = [...panel.current.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge && document.activeElement !== panel.current) return;
    if (document.activeElement === panel.current && !event.shiftKey) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }

  return (
    <section
      ref={panel}
      tabIndex={-1}
      {...(narrow ? { role: "dialog", "aria-modal": true } : { role: "complementary" })}
      aria-label={label}
      data-side-panel
      data-print="no"
      onKeyDown={keepInside}
      className="fixed inset-y-0 right-0 z-(--z-panel) flex h-dvh w-[min(var(--panel-w),100vw)] flex-col overflow-y-auto border-l border-line bg-surface shadow-3 outline-none max-sm:w-full max-sm:border-0 lg:sticky lg:top-(--topbar-h) lg:z-auto lg:h-[calc(100dvh-var(--topbar-h))] lg:w-auto lg:shadow-none"
    >
      <div className="sticky top-0 z-1 flex items-center gap-1 border-b border-line bg-surface py-2 pr-3 pl-5">
        <span className="text-xs text-ink-3 tabular-nums">{position}</span>
        <div className="ml-auto flex items-center">
          {onPrevious || onNext ? (
            <>
              <IconButton
                label={t("previousRow")}
                icon={<ChevronUp />}
                onPress={onPrevious}
                disabled={!onPrevious}
              />
              <IconButton label={t("nextRow")} icon={<ChevronDown />} onPress={onNext} disabled={!onNext} />
            </>
          ) : null}
          {expandHref ? <IconButton label={t("openPage")} icon={<Maximize2 />} href={expandHref} /> : null}
          <IconButton label={t("close")} icon={<X />} onPress={onClose} />
        </div>
      </div>
      <div className="grid grid-cols-1 gap-6 p-5">{children}</div>
      {footer ? (
        <div className="sticky bottom-0 mt-auto flex gap-2 border-t border-line bg-surface px-5 py-3">
          {footer}
        </div>
      ) : null}
    </section>
  );
}

export interface PanelHeadProps {
  /** An `Avatar size="lg"`. */
  lead?: ReactNode;
  title: string;
  meta?: ReactNode;
}

/** Who or what a panel is about. */
export function PanelHead({ lead, title, meta }: PanelHeadProps) {
  return (
    <div className="flex items-center gap-3">
      {lead}
      <div className="min-w-0 flex-1">
        <h2 className="text-lg [overflow-wrap:anywhere]">{title}</h2>
        {meta ? <p className="text-sm text-ink-2">{meta}</p> : null}
      </div>
    </div>
  );
}

/** A titled part of a panel. */
export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid min-w-0 grid-cols-1 gap-2">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
