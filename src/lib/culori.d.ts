/** The few functions that we use of culori 4, which ships no types. */
declare module "culori" {
  export type Oklch = { mode: "oklch"; l: number; c: number; h?: number };
  export type Rgb = { mode: "rgb"; r: number; g: number; b: number };
  export function oklch(color: string): Oklch | undefined;
  export function toGamut(destination: "rgb", mode: "oklch"): (color: Oklch) => Rgb;
  export function formatHex(color: Rgb): string;
  export function wcagContrast(a: string, b: string): number;
}
