import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { EMAIL_SIDES } from "@/domain/email-change";
import {
  sendEmailChangedMail,
  sendEmailChangeLink,
  sendPasswordChangedMail,
  sendTokenMail,
} from "../services/account";
import { unlessRefused } from "./unless-refused";

const emailChange = { emailChangeId: z.uuid(), accountId: z.uuid(), side: z.enum(EMAIL_SIDES) };

const payloadSchema = z.union([
  z.object({ tokenId: z.uuid(), email: z.string() }),
  z.object({ notice: z.literal("password-changed"), email: z.string() }),
  // Before the link of the same change, whose fields it has too.
  z.object({ notice: z.literal("email-changed"), ...emailChange }),
  z.object(emailChange),
]);

/** Sends what an account is written to: a link that it asked for, or a notice. A lasting refusal is not tried again. */
export async function sendAccountMail(
  payload: unknown,
  { job, logger }: Pick<JobHelpers, "job" | "logger">,
): Promise<void> {
  await unlessRefused(logger, deliver(payloadSchema.parse(payload), job.created_at));
}

function deliver(mail: z.output<typeof payloadSchema>, at: Date): Promise<void> {
  if ("tokenId" in mail) return sendTokenMail(mail);
  if (!("notice" in mail)) return sendEmailChangeLink(mail);
  if (mail.notice === "email-changed") return sendEmailChangedMail(mail);
  return sendPasswordChangedMail({ email: mail.email, at });
}
