import { z } from "zod";
import { emailSchema } from "./email-schema";
import { invitationDaysSchema } from "./invitation";
import { localeSchema } from "./preference-schemas";
import {
  COACH_INVITABLE_ROLES,
  DEFAULT_ROLES,
  DEFAULT_SETTINGS,
  SETTING_KEYS,
  type SettingKey,
  type Settings,
  WEEK_STARTS,
} from "./setting-list";

/**
 * Schemas of what a school sets for itself; values are rows of `core.organization_settings`.
 * Issues carry keys of the `errors` messages.
 */

const colorSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "settings.color");
const timeZoneSchema = z.string().max(64).refine(isTimeZone, "settings.timeZone");
const line = (max: number) => z.string().trim().max(max, "settings.tooLong");
// Not a union, whose refusal would name neither side's reason.
const optional = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      if (text === "") return text;
      const parsed = schema.safeParse(text);
      if (parsed.success) return parsed.data;
      for (const { message } of parsed.error.issues) context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
const optionalEmail = optional(emailSchema);
export const phoneSchema = line(40).regex(/^(?:\+?[0-9 ()./-]{5,})?$/, "settings.phone");
const websiteSchema = optional(
  z.url({ protocol: /^https?$/, error: "settings.website" }).max(200, "settings.tooLong"),
);

/** A code that the ministry has given: in capitals, without the spaces and hyphens that people write between. */
const codeSchema = (allowed: RegExp, error: string) =>
  line(40)
    .transform((text) => text.replace(/[\s.-]+/g, "").toUpperCase())
    .pipe(z.string().regex(allowed, error));

export const SETTING_SCHEMAS = {
  "branding.primaryColor": colorSchema,
  "branding.shortName": line(16),
  "branding.motto": line(140),
  "branding.showOnSignIn": z.boolean(),
  "contact.email": optionalEmail,
  "contact.phone": phoneSchema,
  "contact.website": websiteSchema,
  "contact.address": line(300),
  "region.locale": localeSchema,
  "region.timeZone": timeZoneSchema,
  "region.weekStart": z.enum(WEEK_STARTS),
  "official.name": line(160),
  "official.deaCode": codeSchema(/^[A-Z0-9]{0,20}$/, "settings.officialCode"),
  "official.statisticalCode": codeSchema(/^\d{0,20}$/, "settings.officialFigures"),
  "official.dependencyCode": codeSchema(/^\d{0,20}$/, "settings.officialFigures"),
  "official.address": line(300),
  "official.municipality": line(80),
  "official.state": line(80),
  "official.director": line(120),
  "invitations.days": invitationDaysSchema,
  "invitations.defaultRole": z.enum(DEFAULT_ROLES),
  "invitations.coachRoles": z.array(z.enum(COACH_INVITABLE_ROLES)).max(2),
  "students.importHold": z
    .number({ error: "settings.importHold" })
    .int("settings.importHold")
    .min(0, "settings.importHold")
    .max(100, "settings.importHold"),
  "registration.isOpen": z.boolean(),
} satisfies { [Key in SettingKey]: z.ZodType<Settings[Key]> };

/** Values as the database holds them, made whole: what is missing, or fits no longer, has its default. */
export function readSettings(stored: unknown): Settings {
  const given: Record<string, unknown> = typeof stored === "object" && stored !== null ? { ...stored } : {};
  const entries = SETTING_KEYS.map((key) => {
    if (given[key] === undefined) return [key, DEFAULT_SETTINGS[key]];
    const parsed = SETTING_SCHEMAS[key].safeParse(given[key]);
    return [key, parsed.success ? parsed.data : DEFAULT_SETTINGS[key]];
  });
  return Object.fromEntries(entries) as Settings;
}

/** Settings by key, each parsed by its own schema; unknown keys are refused. */
export const settingsChangeSchema = z
  .strictObject(Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTING_SCHEMAS[key].optional()])))
  .transform((values) => values as Partial<Settings>);

// Asking Intl costs more than the rest of a session's parsing, and every request parses one. Names differ in case
// too, so the memory has an end.
const knownTimeZones = new Set<string>();
const MAX_KNOWN = 1_000;

function isTimeZone(name: string): boolean {
  if (knownTimeZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    return false;
  }
  if (knownTimeZones.size < MAX_KNOWN) knownTimeZones.add(name);
  return true;
}
