import { z } from "zod";
import { hostName, isDomainName } from "@/lib/school-host";

/** Inputs about a school's own domains; issues carry keys of the `errors` messages. */

/** Of a school that has this many, one has to go first. */
export const MAX_DOMAINS = 10;

/** What somebody types or pastes, an address of a page included: lower case, in ASCII, without a dot at its end. */
const domainSchema = z
  .string({ error: "domain.invalid" })
  .trim()
  .max(300, "domain.invalid")
  .transform((text) => hostName(text.replace(/^https?:\/\//i, "").replace(/\/.*$/s, "")) ?? "")
  .refine(isDomainName, "domain.invalid");

export const addDomainInput = z.object({ host: domainSchema });
/** One of the school's, as it was given to it. */
export const domainInput = z.object({ host: z.string().max(253) });
