import { z } from "zod";

/** Languages that the application speaks; which formats go with them is said in `src/i18n/locale.ts`. */
export const LOCALES = ["en", "es"] as const;
export const localeSchema = z.enum(LOCALES);
export type AppLocale = z.infer<typeof localeSchema>;
