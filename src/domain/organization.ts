import { z } from "zod";
import { slugSchema } from "@/lib/slug";
import { organizationPlanSchema } from "./role-schemas";
import { DEFAULT_SEATS, MAX_SEATS, SCHOOL_STATES } from "./school-list";
import { SETTING_KEYS, type Settings } from "./setting-list";
import { settingsChangeSchema } from "./settings";

/** Inputs about schools; issues carry keys of the `errors` messages. */

export const MAX_SCHOOL_NAME = 120;
export const organizationNameSchema = z
  .string({ error: "organization.nameEmpty" })
  .trim()
  .min(1, "organization.nameEmpty")
  .max(MAX_SCHOOL_NAME, "organization.nameTooLong");
export const organizationDescriptionSchema = z.string().trim().max(1_000, "organization.descriptionTooLong");

const fields = {
  name: organizationNameSchema.optional(),
  description: organizationDescriptionSchema.optional(),
  settings: settingsChangeSchema.optional(),
};

/** What a school's own admin may change. */
export const updateOrganizationInput = z.object({
  ...fields,
  /** Settings that go back to their defaults, whatever these will be. */
  reset: z.array(z.enum(SETTING_KEYS)).max(SETTING_KEYS.length).optional(),
  /** What the form was loaded with: a field that somebody else has changed since is not written over. */
  base: z.object(fields).optional(),
});

/** Slugs that a school can take in all its time: none of them is ever another's. */
export const MAX_SLUGS = 20;

/** What is typed into the field, as it is. */
export const checkSlugInput = z.object({ slug: z.string().max(200) });
export const changeSlugInput = z.object({ slug: slugSchema });
/** A slug in an address: what is no slug leads to no school. */
export const publicSchoolInput = z.object({ slug: z.string().max(200) });

/** A logo that the school has or had before. */
export const restoreLogoInput = z.object({ id: z.uuid() });

const confirmation = z.string().max(200);
/** Who administers the school from now on, and whether the caller goes on too; `confirm` is the school's name. */
export const handOverInput = z.object({ userId: z.uuid(), stay: z.boolean(), confirm: confirmation });
export const leaveSchoolInput = z.object({ confirm: confirmation });

/** How many people a school may have. */
export const maxUsersSchema = z
  .number({ error: "organization.seats" })
  .int("organization.seats")
  .min(1, "organization.seats")
  .max(MAX_SEATS, "organization.seats");

/** A guest school of the master, on the shared placement. */
export const createOrganizationInput = z.object({
  name: organizationNameSchema,
  slug: slugSchema,
  description: organizationDescriptionSchema.default(""),
  plan: organizationPlanSchema.default("COMMUNITY"),
  maxUsers: maxUsersSchema.default(DEFAULT_SEATS),
});

const terms = {
  name: organizationNameSchema.optional(),
  description: organizationDescriptionSchema.optional(),
  plan: organizationPlanSchema.optional(),
  maxUsers: maxUsersSchema.optional(),
};

/** What the platform may change of any school. */
export const updateAnyOrganizationInput = z.object({
  organizationId: z.uuid(),
  ...terms,
  status: z.enum(["active", "suspended"]).optional(),
  /** Why it is suspended or opened again: for the log alone. */
  reason: z.string().trim().max(200, "organization.reasonTooLong").optional(),
  /** What the form was loaded with: a field that somebody else has changed since is not written over. */
  base: z.object(terms).optional(),
});

export const organizationIdInput = z.object({ organizationId: z.uuid() });

const schoolFilter = {
  /** Words of the name or the slug. */
  search: z.string().trim().max(200).default(""),
  /** Without any, every school that is not deleted. */
  statuses: z.array(z.enum(SCHOOL_STATES)).default([]),
  plans: z.array(organizationPlanSchema).default([]),
};

export const exportOrganizationsInput = z.object(schoolFilter);
export const listOrganizationsInput = z.object({
  ...schoolFilter,
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

/** Everything of a school that its settings pages hold, by the name of its field. */
export type SchoolFields = { name: string; description: string } & Settings;
export type SchoolField = keyof SchoolFields;

export type UpdateOrganizationInput = z.output<typeof updateOrganizationInput>;
export type CheckSlugInput = z.output<typeof checkSlugInput>;
export type ChangeSlugInput = z.output<typeof changeSlugInput>;
export type PublicSchoolInput = z.output<typeof publicSchoolInput>;
export type RestoreLogoInput = z.output<typeof restoreLogoInput>;
export type HandOverInput = z.output<typeof handOverInput>;
export type LeaveSchoolInput = z.output<typeof leaveSchoolInput>;
export type CreateOrganizationInput = z.output<typeof createOrganizationInput>;
export type UpdateAnyOrganizationInput = z.output<typeof updateAnyOrganizationInput>;
export type ListOrganizationsInput = z.output<typeof listOrganizationsInput>;
export type OrganizationFilter = z.output<typeof exportOrganizationsInput>;
