import { formatHex, type Oklch, oklch, toGamut } from "culori";

/** The school's colour where CSS cannot derive it (e-mails, images): the light side of the design tokens' formulas. */

export type BrandColors = {
  /** Ground of the primary button. */
  solid: string;
  /** Its label. */
  fg: string;
  /** Links. */
  text: string;
  soft: string;
  line: string;
  /** Lines and shapes. */
  mark: string;
};

const FALLBACK: Oklch = { mode: "oklch", l: 0.45, c: 0.08, h: 211 };
const inGamut = toGamut("rgb", "oklch");

const clamp = (min: number, value: number, max: number) => Math.min(Math.max(min, value), max);

/** Colours as #rrggbb, legible by WCAG AA whatever the school's colour; what is no #rrggbb becomes Homeroom's own. */
export function brandColors(brand: string): BrandColors {
  const color = (/^#[0-9a-f]{6}$/i.test(brand) ? oklch(brand) : undefined) ?? FALLBACK;
  const { l, c, h } = color;
  // A step where the tokens have a ramp 0.001 wide: in its middle no label is legible.
  const light = l > 0.6 ? 1 : 0;
  const solid = light * clamp(0.69, l, 0.92) + (1 - light) * clamp(0.24, l, 0.52);
  const shade = (lightness: number, chroma: number) =>
    formatHex(inGamut({ mode: "oklch", l: lightness, c: chroma, ...(h === undefined ? {} : { h }) }));
  return {
    solid: shade(solid, Math.min(c, 0.2)),
    fg: shade(1 - light * 0.83, 0.006),
    text: shade(Math.min(l, 0.465), Math.min(c, 0.15)),
    soft: shade(0.956, Math.min(c, 0.017)),
    line: shade(0.865, Math.min(c, 0.042)),
    mark: shade(Math.min(l, 0.56), Math.min(c, 0.18)),
  };
}
