/** Languages that the application speaks; which formats go with them is said in `src/i18n/locale.ts`. */
export const LOCALES = ["en", "es"] as const;
export type AppLocale = (typeof LOCALES)[number];
