import { cx } from "./cx";

/** One or two letters that stand for a school: of its first words with a capital, abbreviations such as "U.E." aside. */
export function schoolInitials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const proper = words.filter((word) => /^\p{Lu}[^.]+$/u.test(word));
  return (proper.length > 0 ? proper : words)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

export interface CrestProps {
  /** The school's name; its initials stand in the shield. */
  name: string;
  size?: "sm" | "md" | "lg";
  /** On a ground of the brand's colour the shield is light. */
  inverse?: boolean;
  className?: string;
}

const SIZES = { sm: "size-6", md: "size-8", lg: "size-16 max-md:size-11" };

/** A shield with the school's initials, in the school's colour. */
export function Crest({ name, size = "md", inverse, className }: CrestProps) {
  const initials = schoolInitials(name);
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx("flex-none", SIZES[size], className)}>
      <path
        d="M3 2h26v14c0 7.5-5.5 11.5-13 14C8.5 27.5 3 23.5 3 16z"
        className={inverse ? "fill-brand-fg" : "fill-brand-solid"}
      />
      <path
        d="M7 23.2h18"
        strokeWidth="1"
        opacity=".45"
        className={inverse ? "stroke-brand-solid" : "stroke-brand-fg"}
      />
      <text
        x="16"
        y="18.6"
        textAnchor="middle"
        fontSize={initials.length > 1 ? 11.5 : 14}
        fontWeight="640"
        letterSpacing="-.2"
        className={inverse ? "fill-brand-solid" : "fill-brand-fg"}
      >
        {initials}
      </text>
    </svg>
  );
}
