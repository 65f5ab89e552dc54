import { wcagContrast } from "culori";
import { brandColors } from "@/lib/brand-color";

export interface LabelContrast {
  /** Which label stands on the colour. */
  label: "light" | "dark";
  /** WCAG contrast of the label on the button, rounded down to one decimal so that it never promises too much. */
  ratio: number;
  /** The button's ground is not the colour itself but the nearest on which a label can be read. */
  moved: boolean;
}

/** How the label of a button in the colour `hex` ("#rrggbb") reads. */
export function labelContrast(hex: string): LabelContrast {
  const { solid, fg } = brandColors(hex);
  return {
    label: wcagContrast(fg, "#ffffff") < wcagContrast(fg, "#000000") ? "light" : "dark",
    ratio: Math.floor(wcagContrast(fg, solid) * 10) / 10,
    moved: wcagContrast(hex, solid) > 1.1,
  };
}
