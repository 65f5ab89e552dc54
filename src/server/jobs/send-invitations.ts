import type { JobHelpers } from "graphile-worker";
import { z } from "zod";
import { mailer } from "../adapters/mail/mailer";
import { keepInOutbox } from "../adapters/mail/outbox-table";
import { deliverInvitations, giveUpDelivery } from "../services/invitation";
import { systemActor } from "./system-actor";

const payloadSchema = z.object({
  organizationId: z.uuid(),
  batchId: z.uuid().nullable(),
  invitationIds: z.array(z.uuid()).nullable(),
});

/** Mails the queued invitations of one sending, or these; after the last attempt the rest is marked as not delivered. */
export async function sendInvitationsJob(
  payload: unknown,
  { job, logger }: Pick<JobHelpers, "job" | "logger">,
): Promise<void> {
  const { organizationId, batchId, invitationIds } = payloadSchema.parse(payload);
  const delivery = batchId === null ? { invitationIds: invitationIds ?? [] } : { batchId };
  const actor = systemActor(organizationId);
  try {
    await deliverInvitations(actor, delivery, mailer(keepInOutbox));
  } catch (error) {
    if (job.attempts < job.max_attempts) throw error;
    logger.error(`Given up: ${error instanceof Error ? error.message : String(error)}`);
    await giveUpDelivery(actor, delivery);
  }
}
