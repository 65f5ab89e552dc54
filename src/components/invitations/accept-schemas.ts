import { z } from "zod";
import { passwordProblem } from "@/domain/account";
import { personNameSchema } from "@/domain/user";

/** What the form of an acceptance checks; fetched with the rules on passwords when it is first needed. */

/** Somebody who has an account gives its password. */
export const knownSchema = z.object({ name: z.string(), password: z.string().min(1, "password.missing") });

/** Somebody new chooses a name and a password for this address. */
export function newSchema(email: string) {
  return z.object({ name: personNameSchema, password: z.string() }).superRefine(({ password }, context) => {
    const problem = passwordProblem(password, email);
    if (problem) context.addIssue({ code: "custom", message: `password.${problem}`, path: ["password"] });
  });
}
