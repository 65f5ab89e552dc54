import { z } from "zod";
import { COMMON_PASSWORDS } from "./common-passwords";
import { emailSchema } from "./email-schema";
import { localeSchema } from "./preference-schemas";
import { phoneSchema } from "./settings";
import { personNameSchema } from "./user";

/** Inputs about one's own account; issues carry keys of the `errors` messages. */

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 200;

export type PasswordProblem = "tooShort" | "tooLong" | "isEmail" | "tooCommon" | "tooSimple";

/** Composed alike on every keyboard (NIST SP 800-63B 3.1.1.2), so that the same typing gives the same password. */
export function normalisePassword(password: string): string {
  return password.normalize("NFKC");
}

/** Why a password may not be chosen; length counts characters as people see them, `email` is whose it would be. */
export function passwordProblem(password: string, email = ""): PasswordProblem | undefined {
  const characters = [...password.slice(0, 2 * MAX_PASSWORD_LENGTH + 1)];
  if (characters.length < MIN_PASSWORD_LENGTH) return "tooShort";
  if (characters.length > MAX_PASSWORD_LENGTH) return "tooLong";
  const plain = password.toLowerCase();
  const [local = ""] = email.toLowerCase().split("@");
  if (email !== "" && (plain === email.toLowerCase() || plain === local)) return "isEmail";
  if (COMMON_PASSWORDS.has(plain)) return "tooCommon";
  return new Set(characters).size < 4 ? "tooSimple" : undefined;
}

const chosenPassword = z.string({ error: "password.tooShort" }).transform(normalisePassword);
/** One that is only compared: no rules that would tell about other people's passwords. */
const givenPassword = z
  .string({ error: "password.missing" })
  .min(1, "password.missing")
  .max(1_000, "password.tooLong")
  .transform(normalisePassword);
const linkToken = z.string().min(20).max(200);

type Refine = { addIssue: (issue: { code: "custom"; message: string; path: string[] }) => void };

function checkPassword(password: string, field: string, context: Refine, email?: string): void {
  const problem = passwordProblem(password, email);
  if (problem) context.addIssue({ code: "custom", message: `password.${problem}`, path: [field] });
}

export const signInInput = z.object({ email: emailSchema, password: givenPassword });
export const signInFormInput = signInInput.extend({ keepSignedIn: z.boolean() });

export const signUpInput = z
  .object({
    name: personNameSchema,
    email: emailSchema,
    password: chosenPassword,
    locale: localeSchema.default("en"),
  })
  .superRefine(({ email, password }, context) => checkPassword(password, "password", context, email));

/** The password again: who registers with somebody else's address gets no account by their confirming it. */
export const verifyEmailInput = z.object({ token: linkToken, password: givenPassword });
export const requestResetInput = z.object({ email: emailSchema });

export const resetPasswordInput = z
  .object({ token: linkToken, password: chosenPassword })
  .superRefine(({ password }, context) => checkPassword(password, "password", context));

/** The service compares the new password with the account's address, which is no input. */
export const changePasswordInput = z
  .object({ currentPassword: givenPassword, newPassword: chosenPassword })
  .superRefine(({ currentPassword, newPassword }, context) => {
    checkPassword(newPassword, "newPassword", context);
    if (currentPassword === newPassword)
      context.addIssue({ code: "custom", message: "password.unchanged", path: ["newPassword"] });
  });

export const updateProfileInput = z.object({ name: personNameSchema, phone: phoneSchema }).partial();

/** The password again: who finds a screen left open cannot take the account over. */
export const requestEmailChangeInput = z.object({ email: emailSchema, password: givenPassword });
export const emailChangeTokenInput = z.object({ token: linkToken });
export const handOffInput = z.object({ token: linkToken });

/**
 * Somebody new chooses the name and a password; somebody who has an account gives its password, and says with
 * `moveHere` that they leave the school they belong to.
 */
export const acceptInvitationInput = z.object({
  token: linkToken,
  name: z.union([personNameSchema, z.literal("")]).default(""),
  password: givenPassword,
  moveHere: z.boolean().default(false),
});

export const sessionIdInput = z.object({ id: z.uuid() });

export type UpdateProfileInput = z.output<typeof updateProfileInput>;
export type RequestEmailChangeInput = z.output<typeof requestEmailChangeInput>;
export type ChangePasswordInput = z.output<typeof changePasswordInput>;
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>;
