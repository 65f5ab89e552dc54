/** The pages of the settings, in order; the first has the address of the whole. */
export const SETTINGS_PAGES = [
  "general",
  "branding",
  "contact",
  "address",
  "domains",
  "region",
  "official",
  "invitations",
  "api-keys",
  "everything",
  "danger",
] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

const BASE = "/org-admin/settings";

/** The address of a page of the settings. */
export function hrefOf(page: SettingsPage): string {
  return page === "general" ? BASE : `${BASE}/${page}`;
}
