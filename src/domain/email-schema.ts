import { z } from "zod";
import { parseEmail } from "./email";

/** Any text to the normalised address; issues carry keys of the `errors` messages, such as `email.noAt`. */
export const emailSchema = z.string({ error: "email.empty" }).transform((input, context) => {
  const parsed = parseEmail(input);
  if (parsed.ok) return parsed.email;
  context.addIssue({ code: "custom", message: `email.${parsed.reason}` });
  return z.NEVER;
});
