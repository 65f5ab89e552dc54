import { z } from "zod";
import { tidyText } from "@/lib/tidy-text";
import { DEFAULT_VISIT_MINUTES, MAX_VISIT_MINUTES, MAX_VISIT_REASON } from "./visit-terms";

/** A visit of the platform's admin to a school; issues carry keys of the `errors` messages. */

export const enterOrganizationInput = z.object({
  organizationId: z.uuid(),
  /** The school reads it in its log. */
  reason: z
    .string({ error: "entered.reasonTooShort" })
    .max(5 * MAX_VISIT_REASON, "entered.reasonTooLong")
    .transform(tidyText)
    .pipe(z.string().min(5, "entered.reasonTooShort").max(MAX_VISIT_REASON, "entered.reasonTooLong")),
  readOnly: z.boolean().default(true),
  minutes: z.number().int().min(1).max(MAX_VISIT_MINUTES).default(DEFAULT_VISIT_MINUTES),
});

export type EnterOrganizationInput = z.output<typeof enterOrganizationInput>;
