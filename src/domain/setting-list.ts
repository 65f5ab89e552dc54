import type { AppLocale } from "./locale";
import { DEFAULT_IMPORT_HOLD } from "./student-import-list";

/**
 * The registry of what a school sets for itself: type, default, and whether it may be read before sign-in;
 * `settings.ts` has the schemas. Labels are the messages `settings.registry.<group>.<name>`.
 */

export const SETTING_TYPES = ["string", "integer", "boolean", "json"] as const;
export type SettingType = (typeof SETTING_TYPES)[number];

export const WEEK_STARTS = ["monday", "sunday", "saturday"] as const;
/** Homeroom's own colour, `--brand` of the design tokens. */
export const DEFAULT_BRAND_COLOR = "#0c6170";
export const DEFAULT_TIME_ZONE = "America/Caracas";
export const DEFAULT_INVITATION_DAYS = 14;
export const MAX_INVITATION_DAYS = 60;
/** What a coach may invite into their classes, where the school allows it. */
export const COACH_INVITABLE_ROLES = ["STUDENT", "PARENT"] as const;
export const DEFAULT_ROLES = ["STUDENT", "PARENT", "COACH"] as const;

type Setting<Value> = { type: SettingType; isPublic: boolean; default: Value };

function setting<Value>(type: SettingType, isPublic: boolean, fallback: Value): Setting<Value> {
  return { type, isPublic, default: fallback };
}

export const SETTINGS = {
  "branding.primaryColor": setting<string>("string", true, DEFAULT_BRAND_COLOR),
  "branding.shortName": setting<string>("string", true, ""),
  "branding.motto": setting<string>("string", true, ""),
  /** Motto and contact stand on the sign-in page. */
  "branding.showOnSignIn": setting<boolean>("boolean", true, true),
  "contact.email": setting<string>("string", true, ""),
  "contact.phone": setting<string>("string", true, ""),
  "contact.website": setting<string>("string", true, ""),
  "contact.address": setting<string>("string", true, ""),
  "region.locale": setting<AppLocale>("string", true, "en"),
  "region.timeZone": setting<string>("string", true, DEFAULT_TIME_ZONE),
  "region.weekStart": setting<(typeof WEEK_STARTS)[number]>("string", true, "monday"),
  /** What the ministry's forms say of the school, where it is not its name and address here. */
  "official.name": setting<string>("string", false, ""),
  "official.deaCode": setting<string>("string", false, ""),
  "official.statisticalCode": setting<string>("string", false, ""),
  "official.dependencyCode": setting<string>("string", false, ""),
  "official.address": setting<string>("string", false, ""),
  "official.municipality": setting<string>("string", false, ""),
  "official.state": setting<string>("string", false, ""),
  "official.director": setting<string>("string", false, ""),
  /** Days until an invitation expires, where its sender says nothing else. */
  "invitations.days": setting<number>("integer", false, DEFAULT_INVITATION_DAYS),
  /** The role that the form of invitations begins with. */
  "invitations.defaultRole": setting<(typeof DEFAULT_ROLES)[number]>("string", false, "STUDENT"),
  "invitations.coachRoles": setting<(typeof COACH_INVITABLE_ROLES)[number][]>("json", false, [
    ...COACH_INVITABLE_ROLES,
  ]),
  /** Percent of the students that an import may change without an admin's explicit yes. */
  "students.importHold": setting<number>("integer", false, DEFAULT_IMPORT_HOLD),
  /** Whether a visitor may register and join as a student. */
  "registration.isOpen": setting<boolean>("boolean", true, true),
};

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = (typeof SETTINGS)[Key]["default"];
export type Settings = { [Key in SettingKey]: SettingValue<Key> };

export const SETTING_KEYS = Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]];

/** What a school without a row has. */
export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, SETTINGS[key].default]),
) as Settings;
