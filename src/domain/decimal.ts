import { z } from "zod";

/**
 * A number with up to two decimals, as a number or as people type it, with a comma or a point; null for none. The issue
 * of anything else, and of what is out of bounds, is `error`.
 */
export function decimalSchema({ min, max, error }: { min: number; max: number; error: string }) {
  return z
    .union([z.number(), z.string().max(20), z.null()], { error })
    .transform((given, context): number | null => {
      const text = typeof given === "string" ? given.trim() : given;
      if (text === null || text === "") return null;
      const value = typeof text === "number" ? text : readDecimal(text);
      if (value !== undefined && value >= min && value <= max) return Math.round(value * 100) / 100;
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    });
}

function readDecimal(text: string): number | undefined {
  return /^\d{1,6}(?:[.,]\d{1,6})?$/.test(text) ? Number(text.replace(",", ".")) : undefined;
}
