import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { MailError } from "@/server/adapters/mail/message";
import { sendPasswordChangedMail, sendTokenMail } from "../services/account";

const payloadSchema = z.union([
  z.object({ tokenId: z.uuid(), email: z.string() }),
  z.object({ notice: z.literal("password-changed"), email: z.string() }),
]);

/** Sends what an account is written to: a link that it asked for, or a notice. A lasting refusal is not tried again. */
export async function sendAccountMail(
  payload: unknown,
  helpers: Pick<JobHelpers, "job" | "logger">,
): Promise<void> {
  const job = payloadSchema.parse(payload);
  try {
    if ("tokenId" in job) await sendTokenMail(job);
    else await sendPasswordChangedMail({ email: job.email, at: helpers.job.created_at });
  } catch (error) {
    if (!(error instanceof MailError && error.permanent)) throw error;
    helpers.logger.warn(`Not sent, and not tried again: ${error.message}`);
  }
}
