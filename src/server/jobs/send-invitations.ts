import { z } from "zod";
import { mailer } from "../adapters/mail/mailer";
import { keepInOutbox } from "../adapters/mail/outbox-table";
import { deliverInvitations } from "../services/invitation";
import { systemActor } from "./system-actor";

const payloadSchema = z.object({
  organizationId: z.uuid(),
  batchId: z.uuid().nullable(),
  invitationIds: z.array(z.uuid()).nullable(),
});

/** Mails the queued invitations of one sending, or these. */
export async function sendInvitationsJob(payload: unknown): Promise<void> {
  const { organizationId, batchId, invitationIds } = payloadSchema.parse(payload);
  const delivery = batchId === null ? { invitationIds: invitationIds ?? [] } : { batchId };
  await deliverInvitations(systemActor(organizationId), delivery, mailer(keepInOutbox));
}
