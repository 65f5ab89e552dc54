import type { ReactNode } from "react";
import { cx } from "./cx";

export interface StatusDotProps {
  /** "on" is filled green, "off" an empty ring, "neutral" a grey dot. */
  tone?: "on" | "off" | "neutral";
  children: ReactNode;
}

const TONES = {
  on: "before:bg-success",
  off: "before:[--edge:var(--line-control)] before:[box-shadow:inset_0_0_0_1.5px_var(--edge)]",
  neutral: "before:bg-line-control",
};

/** A normal state: a dot and a word. */
export function StatusDot({ tone = "on", children }: StatusDotProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-[.4375rem] whitespace-nowrap text-ink-2 before:size-[.4375rem] before:flex-none before:rounded-full before:content-['']",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
