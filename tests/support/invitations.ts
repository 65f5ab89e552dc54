import { eq } from "drizzle-orm";
import type { z } from "zod";
import { invitations } from "@/db/schema/core/invitations";
import { invitationListInput } from "@/domain/invitation";
import { MailError, type Mailer, type MailMessage } from "@/server/adapters/mail/message";
import { deliverInvitations } from "@/server/services/invitation";
import { asOperator } from "./operator";
import type { TestSchool } from "./schools";

/** The input of a list, as the router would read it. */
export function listOf(text: string, more: Partial<z.input<typeof invitationListInput>> = {}) {
  return invitationListInput.parse({ text, ...more });
}

/** The school's invitations as they are stored, by line. */
export function invitationRows(operatorUrl: string, school: TestSchool) {
  return asOperator(operatorUrl, ({ db }) =>
    db
      .select()
      .from(invitations)
      .where(eq(invitations.organizationId, school.id))
      .orderBy(invitations.createdAt, invitations.line, invitations.id),
  );
}

/** Moves the end of an invitation's time into the past. */
export async function letExpire(operatorUrl: string, id: string): Promise<void> {
  await asOperator(operatorUrl, ({ db }) =>
    db
      .update(invitations)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(eq(invitations.id, id)),
  );
}

/** A mailer that keeps what it is given, and refuses as told: for now (`fails`) or for good (`refuses`). */
export function keepingMailer({
  fails = () => false,
  refuses = () => false,
}: {
  fails?: (message: MailMessage, count: number) => boolean;
  refuses?: (message: MailMessage) => boolean;
} = {}): Mailer & { sent: MailMessage[] } {
  const sent: MailMessage[] = [];
  return {
    sent,
    async send(message) {
      if (fails(message, sent.length)) throw new MailError("Not now.", { permanent: false });
      if (refuses(message)) throw new MailError("No such mailbox.", { permanent: true });
      sent.push(message);
    },
    async close() {},
  };
}

/** The token of the link in a message. */
export function tokenIn(message: Pick<MailMessage, "text"> | undefined): string {
  return /\/invitation\/([\w-]+)/.exec(message?.text ?? "")?.[1] ?? "";
}

/** Mails everything that waits in the school; the token of each address's link. */
export async function mailedTokens(operatorUrl: string, school: TestSchool): Promise<Map<string, string>> {
  const mailer = keepingMailer();
  const invitationIds = (await invitationRows(operatorUrl, school)).map(({ id }) => id);
  await deliverInvitations(school.actor(school.people.ORG_ADMIN), { invitationIds }, mailer);
  return new Map(mailer.sent.map((message) => [message.to, tokenIn(message)]));
}
