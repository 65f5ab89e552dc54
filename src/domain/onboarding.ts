import { z } from "zod";
import { slugSchema } from "@/lib/slug";
import { isAcademicYear } from "./academic-year";
import { acceptInvitationInput } from "./account";
import { emailSchema } from "./email-schema";
import { invitationTokenInput } from "./invitation";
import { MAX_SCHOOL_LIST_BYTES } from "./onboarding-list";
import { organizationNameSchema } from "./organization";
import { localeSchema } from "./preference-schemas";
import { invitationStatusSchema, organizationPlanSchema } from "./role-schemas";
import { SETTING_SCHEMAS } from "./settings";

/** Inputs about schools that join; issues carry keys of the `errors` messages. */

// Not a union, whose refusal would name neither side's reason.
function readSlug(text: string, context: z.RefinementCtx): string | null {
  if (text === "") return null;
  const parsed = slugSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  for (const { message } of parsed.error.issues) context.addIssue({ code: "custom", message });
  return z.NEVER;
}

/** A school that the platform asks to join, as its form holds it. */
export const inviteSchoolFormInput = z.object({
  name: organizationNameSchema,
  email: emailSchema,
  plan: organizationPlanSchema,
  /** What the wizard proposes; the school may choose another. */
  slug: z.string().trim().transform(readSlug),
  /** A PostgreSQL schema of its own. */
  placedApart: z.boolean(),
  /** Of the message. */
  locale: localeSchema,
});

export const inviteSchoolInput = inviteSchoolFormInput.extend({
  plan: organizationPlanSchema.default("COMMUNITY"),
  slug: z
    .string()
    .nullish()
    .transform((slug, context) => readSlug(slug?.trim() ?? "", context)),
  placedApart: z.boolean().default(false),
  locale: localeSchema.default("es"),
});

export const listSchoolInvitationsInput = z.object({
  /** Words of the name or the address. */
  search: z.string().trim().max(200).default(""),
  statuses: z.array(invitationStatusSchema).default([]),
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

export const schoolInvitationIdInput = z.object({ id: z.uuid() });

/** A pasted or uploaded list of schools: a header, then one school a line. */
export const schoolListInput = z.object({
  text: z
    .string()
    .max(MAX_SCHOOL_LIST_BYTES, "schoolList.tooLarge")
    .refine((text) => text.trim() !== "", "schoolList.empty")
    .refine((text) => new TextEncoder().encode(text).length <= MAX_SCHOOL_LIST_BYTES, "schoolList.tooLarge"),
  /** Of the messages. */
  locale: localeSchema.default("es"),
});

export const joinTokenInput = invitationTokenInput;
/** What is typed into the field, as it is; the name helps to propose others. */
export const checkJoinSlugInput = joinTokenInput.extend({
  slug: z.string().max(200),
  name: z.string().max(200).default(""),
});

/** What the wizard has asked. Who has an account gives its password, and no name. */
export const acceptSchoolInput = joinTokenInput.extend({
  schoolName: organizationNameSchema,
  slug: slugSchema,
  name: acceptInvitationInput.shape.name,
  password: acceptInvitationInput.shape.password,
  primaryColor: SETTING_SCHEMAS["branding.primaryColor"],
  motto: SETTING_SCHEMAS["branding.motto"],
  year: z.string().trim().refine(isAcademicYear, "academics.yearName"),
  locale: localeSchema,
});

export type InviteSchoolInput = z.output<typeof inviteSchoolInput>;
export type ListSchoolInvitationsInput = z.output<typeof listSchoolInvitationsInput>;
export type SchoolListInput = z.output<typeof schoolListInput>;
export type CheckJoinSlugInput = z.output<typeof checkJoinSlugInput>;
export type AcceptSchoolInput = z.output<typeof acceptSchoolInput>;
