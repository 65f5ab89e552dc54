import { z } from "zod";
import { slugSchema } from "@/lib/slug";
import { organizationPlanSchema, organizationStatusSchema } from "./role-schemas";
import { SETTING_KEYS, type Settings } from "./setting-list";
import { settingsChangeSchema } from "./settings";

/** Inputs about schools; issues carry keys of the `errors` messages. */

export const organizationNameSchema = z
  .string({ error: "organization.nameEmpty" })
  .trim()
  .min(1, "organization.nameEmpty")
  .max(120, "organization.nameTooLong");
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

/** A guest school of the master, on the shared placement. */
export const createOrganizationInput = z.object({
  name: organizationNameSchema,
  slug: slugSchema,
  description: organizationDescriptionSchema.default(""),
  plan: organizationPlanSchema.default("COMMUNITY"),
});

/** What the platform may change of any school. */
export const updateAnyOrganizationInput = z.object({
  organizationId: z.uuid(),
  name: organizationNameSchema.optional(),
  description: organizationDescriptionSchema.optional(),
  plan: organizationPlanSchema.optional(),
  status: z.enum(["active", "suspended"]).optional(),
});

export const organizationIdInput = z.object({ organizationId: z.uuid() });

export const listOrganizationsInput = z.object({
  /** Words of the name or the slug. */
  search: z.string().trim().max(200).default(""),
  statuses: z.array(organizationStatusSchema).default([]),
  plans: z.array(organizationPlanSchema).default([]),
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
