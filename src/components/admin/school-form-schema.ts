import { z } from "zod";
import { maxUsersSchema, organizationDescriptionSchema, organizationNameSchema } from "@/domain/organization";
import { organizationPlanSchema } from "@/domain/role-schemas";
import { slugSchema } from "@/lib/slug";

/** What the form of an existing school holds; its slug is the school's own to change. */
export const schoolTermsSchema = z.object({
  name: organizationNameSchema,
  slug: z.string(),
  plan: organizationPlanSchema,
  maxUsers: z.number().nullable().pipe(maxUsersSchema),
  description: organizationDescriptionSchema,
});

/** The same of a new one, which needs a slug. */
export const newSchoolSchema = schoolTermsSchema.extend({ slug: slugSchema });

export type SchoolTerms = z.output<typeof schoolTermsSchema>;
export type SchoolFormValues = z.input<typeof schoolTermsSchema>;
