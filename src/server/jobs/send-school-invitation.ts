import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { mailer } from "../adapters/mail/mailer";
import { keepInOutbox } from "../adapters/mail/outbox-table";
import { deliverSchoolInvitation, giveUpSchoolInvitation } from "../services/onboarding";
import { PLATFORM_ITSELF } from "./system-actor";

const payloadSchema = z.object({ invitationId: z.uuid() });

/** Mails the invitation of one school; after the last attempt it is marked as not delivered. */
export async function sendSchoolInvitation(
  payload: unknown,
  { job, logger }: Pick<JobHelpers, "job" | "logger">,
): Promise<void> {
  const delivery = payloadSchema.parse(payload);
  try {
    await deliverSchoolInvitation(PLATFORM_ITSELF, delivery, mailer(keepInOutbox));
  } catch (error) {
    if (job.attempts < job.max_attempts) throw error;
    logger.error(`Given up: ${error instanceof Error ? error.message : String(error)}`);
    await giveUpSchoolInvitation(PLATFORM_ITSELF, delivery);
  }
}
