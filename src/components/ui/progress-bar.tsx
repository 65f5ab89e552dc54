import type { ReactNode } from "react";
import { cx } from "./cx";

export interface ProgressBarProps {
  label: string;
  value: number;
  max: number;
  size?: "md" | "lg";
  tone?: "brand" | "success" | "warning" | "danger";
  /** Words below the bar at the left, such as "27 of 41 sent". */
  detail?: ReactNode;
  /** Words at the right, such as the time left. */
  aside?: ReactNode;
}

const TONES = { brand: "bg-brand-mark", success: "bg-success", warning: "bg-warning", danger: "bg-danger" };

/** How far a task has come. */
export function ProgressBar({
  label,
  value,
  max,
  size = "md",
  tone = "brand",
  detail,
  aside,
}: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="grid gap-2">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        className={cx("overflow-hidden rounded-full bg-press", size === "lg" ? "h-2" : "h-1.5")}
      >
        <div className={cx("h-full", TONES[tone])} style={{ width: `${share * 100}%` }} />
      </div>
      {detail || aside ? (
        <div className="flex items-center gap-2 text-sm text-ink-2 tabular-nums">
          <span>{detail}</span>
          {aside ? <span className="ml-auto">{aside}</span> : null}
        </div>
      ) : null}
    </div>
  );
}
