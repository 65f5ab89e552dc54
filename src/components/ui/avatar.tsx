import { initials } from "@/lib/initials";
import { cx } from "./cx";

const TINTS = [
  "bg-press text-ink-2",
  "bg-brand-soft text-brand-text",
  "bg-info-soft text-info-text",
  "bg-warning-soft text-warning-text",
] as const;

/** A tint that stays the same for the same name, so that a face is found again. */
export function tintOf(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS.length;
}

const SIZES = {
  sm: "size-[1.375rem] text-[.5625rem]",
  md: "size-[1.625rem] text-[.625rem]",
  lg: "size-11 text-md",
};

export interface AvatarProps {
  /** A person's name, or the letters themselves for a square one. */
  name: string;
  /** The person's photo; the initials stand where there is none. */
  src?: string | null;
  size?: "sm" | "md" | "lg";
  /** Round is for people only. */
  square?: boolean;
  tint?: "plain" | "auto";
  className?: string;
}

/** A person's initials in a circle; a thing's letters in a square. */
export function Avatar({ name, src, size = "md", square, tint = "auto", className }: AvatarProps) {
  const look = TINTS[square || tint === "plain" ? 0 : tintOf(name)];
  const shape = cx("flex-none print:hidden", square ? "rounded-md" : "rounded-full", SIZES[size]);
  if (src)
    return (
      // biome-ignore lint/performance/noImgElement: a signed address of our own, already of the right size
      <img src={src} alt="" data-avatar className={cx("object-cover", shape, className)} />
    );
  return (
    <span
      aria-hidden="true"
      data-avatar
      className={cx("inline-grid place-items-center font-strong tracking-[.01em]", shape, look, className)}
    >
      {square ? name.slice(0, 3) : initials(name)}
    </span>
  );
}
