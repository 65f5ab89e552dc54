import type { ReactNode } from "react";
import { cx } from "./cx";
import { RouteLink } from "./route-link";

export interface CountPart {
  label: string;
  count: ReactNode;
  /** A word on the count, such as "will be added". */
  note: ReactNode;
  icon: ReactNode;
  /** The colour of the icon: what the part means. */
  tone?: "neutral" | "success" | "warning" | "danger";
  href: string;
  current: boolean;
}

const TONES = {
  neutral: "text-icon",
  success: "text-success",
  warning: "text-warning",
  danger: "text-danger",
};

/** The parts of a whole in a ruled strip, each with its count; a press shows the part below. */
export function CountStrip({ label, parts }: { label: string; parts: readonly CountPart[] }) {
  return (
    <nav aria-label={label} className="overflow-clip rounded-lg border border-line">
      <ul
        className="-mt-px -ml-px grid grid-cols-2 sm:grid-cols-[repeat(var(--parts),minmax(0,1fr))]"
        style={{ "--parts": parts.length } as React.CSSProperties}
      >
        {parts.map((part) => (
          <li key={part.label} className="grid border-t border-l border-line">
            <RouteLink
              href={part.href}
              scroll={false}
              aria-current={part.current ? "true" : undefined}
              className={cx(
                "grid content-start gap-px px-4 py-3 text-sm -outline-offset-2! hover:bg-hover",
                part.current && "bg-sunken shadow-[inset_0_-2px_0_var(--brand-mark)]",
              )}
            >
              <span className="flex items-center gap-1.5 text-ink-2">
                <span className={cx("contents", TONES[part.tone ?? "neutral"])}>{part.icon}</span>
                {part.label}
              </span>
              <b className="text-xl leading-7 font-medium tabular-nums">{part.count}</b>
              <span className="text-xs text-ink-3">{part.note}</span>
            </RouteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
