import { z } from "zod";
import { localeSchema } from "./locale";

/** How a person likes the screens: kept in cookies for the first paint, and with the account. */

export const THEMES = ["system", "light", "dark"] as const;
export const DENSITIES = ["comfortable", "compact"] as const;

export const themeSchema = z.enum(THEMES);
export const densitySchema = z.enum(DENSITIES);

export const updatePreferencesInput = z.object({
  locale: localeSchema.optional(),
  theme: themeSchema.optional(),
  density: densitySchema.optional(),
});

export type Theme = z.infer<typeof themeSchema>;
export type Density = z.infer<typeof densitySchema>;
export type UpdatePreferencesInput = z.output<typeof updatePreferencesInput>;
