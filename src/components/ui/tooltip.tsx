"use client";

import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { fetchEarly } from "./insist";
import { lazyAria } from "./lazy-aria";

const loadTip = () => import("./tooltip-body");
const Tip = lazyAria(loadTip);

/** Milliseconds that the pointer rests before the tip shows. */
const DELAY = 500;

export interface TooltipProps {
  /** What the tip says; it never holds the only copy of something that is needed. */
  label: ReactNode;
  placement?: "top" | "bottom" | "left" | "right";
  /** One focusable element. */
  children: ReactNode;
}

/** A short name shown beside its trigger on hover and on keyboard focus. */
export function Tooltip({ label, placement = "bottom", children }: TooltipProps) {
  const around = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [anchor, setAnchor] = useState<Element | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  function show(delay: number) {
    clearTimeout(timer.current);
    fetchEarly(loadTip);
    timer.current = setTimeout(() => setAnchor(around.current?.firstElementChild ?? null), delay);
  }
  function hide() {
    clearTimeout(timer.current);
    setAnchor(null);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has no box; it hears of what happens to the one inside
    <span
      ref={around}
      className="contents"
      onPointerEnter={(event) => (event.pointerType === "mouse" ? show(DELAY) : undefined)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => (event.target.matches(":focus-visible") ? show(0) : undefined)}
      onBlur={hide}
      onKeyDown={(event: KeyboardEvent) => (event.key === "Escape" ? hide() : undefined)}
    >
      {children}
      {anchor ? (
        <Suspense fallback={null}>
          <Tip anchor={anchor} placement={placement}>
            {label}
          </Tip>
        </Suspense>
      ) : null}
    </span>
  );
}
