import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { mailer } from "../adapters/mail/mailer";
import { keepInOutbox } from "../adapters/mail/outbox-table";
import { deliverTransferLink, giveUpTransferLink, sendTransferResult } from "../services/student-transfer";
import { PLATFORM_ITSELF } from "./system-actor";
import { unlessRefused } from "./unless-refused";

const payloadSchema = z.object({
  organizationId: z.uuid(),
  transferId: z.uuid(),
  about: z.enum(["link", "completed", "declined"]),
});

/** Writes to the guardian of a transfer; after the last attempt the link is marked as not delivered. */
export async function sendTransferMail(
  payload: unknown,
  { job, logger }: Pick<JobHelpers, "job" | "logger">,
): Promise<void> {
  const { about, ...which } = payloadSchema.parse(payload);
  const out = mailer(keepInOutbox);
  if (about !== "link")
    return unlessRefused(logger, sendTransferResult(PLATFORM_ITSELF, { ...which, about }, out));
  try {
    await deliverTransferLink(PLATFORM_ITSELF, which, out);
  } catch (error) {
    if (job.attempts < job.max_attempts) throw error;
    logger.error(`Given up: ${error instanceof Error ? error.message : String(error)}`);
    await giveUpTransferLink(PLATFORM_ITSELF, which);
  }
}
