import { cx } from "./cx";

export type ButtonVariant = "primary" | "default" | "quiet" | "danger" | "danger-quiet" | "inverse";
export type ButtonSize = "md" | "sm";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-brand-solid text-brand-fg shadow-1 hover:bg-brand-solid-hover active:bg-brand-solid-hover",
  default: "bg-raised text-ink edge-shadow hover:bg-hover active:bg-press [&>svg]:text-icon",
  quiet: "text-ink-2 hover:bg-hover hover:text-ink active:bg-press [&>svg]:text-icon",
  danger: "bg-danger-solid text-on-danger hover:brightness-110",
  "danger-quiet": "bg-raised text-danger-text edge-shadow hover:bg-hover active:bg-press",
  inverse: "text-inherit hover:bg-current/14 -outline-offset-2! outline-current!",
};

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Takes the whole width, as on signed-out pages. */
  block?: boolean;
  iconOnly?: boolean;
}

/** The classes of a button, shared by buttons, links that look like one, and icon buttons. */
export function buttonClass(look: ButtonLook, className?: string): string {
  const { variant = "default", size = "md", block, iconOnly } = look;
  const height = size === "sm" ? "h-(--control-h-sm)" : "h-(--control-h)";
  const square = size === "sm" ? "w-(--control-h-sm)" : "w-(--control-h)";
  return cx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap no-underline select-none",
    "text-(length:--control-text,var(--text-sm)) leading-(--lh-sm) transition-[background-color] duration-(--dur-1) focus-visible:rounded-md",
    "disabled:text-ink-3 disabled:shadow-none disabled:cursor-not-allowed aria-disabled:cursor-not-allowed",
    VARIANTS[variant],
    variant !== "quiet" && variant !== "inverse" && "disabled:bg-sunken",
    height,
    iconOnly ? square : size === "sm" ? "px-2" : "px-3",
    block && "w-full",
    className,
  );
}
