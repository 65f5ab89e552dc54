import type { ReactNode } from "react";
import { cx } from "./cx";

export type BadgeTone = "neutral" | "success" | "warning" | "danger" | "info";

const TONES: Record<BadgeTone, string> = {
  neutral: "bg-sunken text-ink-2 [--edge:var(--line)]",
  success: "bg-success-soft text-success-text [--edge:var(--success-line)]",
  warning: "bg-warning-soft text-warning-text [--edge:var(--warning-line)]",
  danger: "bg-danger-soft text-danger-text [--edge:var(--danger-line)]",
  info: "bg-info-soft text-info-text [--edge:var(--info-line)]",
};

export interface BadgeProps {
  tone?: BadgeTone;
  icon?: ReactNode;
  children: ReactNode;
}

/** A state that asks for something; what is normal is a `StatusDot`. */
export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-xs leading-none font-medium whitespace-nowrap edge [&>svg]:size-3 [&>svg]:stroke-2",
        TONES[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
