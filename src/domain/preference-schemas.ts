import { z } from "zod";
import { LOCALES } from "./locale";
import { DENSITIES, THEMES } from "./preferences";

/** Schemas of what a person prefers, apart from the names, which the browser needs without zod. */

export const localeSchema = z.enum(LOCALES);
export const themeSchema = z.enum(THEMES);
export const densitySchema = z.enum(DENSITIES);

export const updatePreferencesInput = z.object({
  locale: localeSchema.optional(),
  theme: themeSchema.optional(),
  density: densitySchema.optional(),
});

export type UpdatePreferencesInput = z.output<typeof updatePreferencesInput>;
