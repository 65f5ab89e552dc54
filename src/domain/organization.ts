import { z } from "zod";
import { slugSchema } from "@/lib/slug";
import { DEFAULT_INVITATION_DAYS, invitationDaysSchema } from "./invitation";
import { localeSchema } from "./locale";
import { organizationPlanSchema } from "./roles";

/** A school's settings and the inputs about schools; issues carry keys of the `errors` messages. */

export const WEEK_STARTS = ["monday", "sunday", "saturday"] as const;
/** Homeroom's own colour, `--brand` of the design tokens. */
export const DEFAULT_BRAND_COLOR = "#0c6170";
export const DEFAULT_TIME_ZONE = "America/Caracas";

const colorSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "organization.color");
const timeZoneSchema = z.string().max(64).refine(isTimeZone, "organization.timeZone");

const brandingSchema = z.object({
  primaryColor: colorSchema.default(DEFAULT_BRAND_COLOR),
  motto: z.string().trim().max(140, "organization.mottoTooLong").default(""),
});

const defaultsSchema = z.object({
  locale: localeSchema.default("en"),
  timeZone: timeZoneSchema.default(DEFAULT_TIME_ZONE),
  weekStart: z.enum(WEEK_STARTS).default("monday"),
  invitationDays: invitationDaysSchema.default(DEFAULT_INVITATION_DAYS),
});

/** What a school sets for itself; `parse({})` gives the settings of a new school. */
export const organizationSettingsSchema = z.object({
  branding: brandingSchema.prefault({}),
  defaults: defaultsSchema.prefault({}),
});
export type OrganizationSettings = z.output<typeof organizationSettingsSchema>;

export const organizationNameSchema = z
  .string({ error: "organization.nameEmpty" })
  .trim()
  .min(1, "organization.nameEmpty")
  .max(120, "organization.nameTooLong");
const descriptionSchema = z.string().trim().max(1_000, "organization.descriptionTooLong");

/** What a school's own admin may change. */
export const updateOrganizationInput = z.object({
  name: organizationNameSchema.optional(),
  description: descriptionSchema.optional(),
  settings: organizationSettingsSchema.optional(),
});

/** A guest school of the master, on the shared placement. */
export const createOrganizationInput = z.object({
  name: organizationNameSchema,
  slug: slugSchema,
  description: descriptionSchema.default(""),
  plan: organizationPlanSchema.default("COMMUNITY"),
});

/** What the platform may change of any school. */
export const updateAnyOrganizationInput = z.object({
  organizationId: z.uuid(),
  name: organizationNameSchema.optional(),
  description: descriptionSchema.optional(),
  plan: organizationPlanSchema.optional(),
  status: z.enum(["active", "suspended"]).optional(),
});

export const organizationIdInput = z.object({ organizationId: z.uuid() });

export const listOrganizationsInput = z.object({
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export type UpdateOrganizationInput = z.output<typeof updateOrganizationInput>;
export type CreateOrganizationInput = z.output<typeof createOrganizationInput>;
export type UpdateAnyOrganizationInput = z.output<typeof updateAnyOrganizationInput>;
export type ListOrganizationsInput = z.output<typeof listOrganizationsInput>;

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
