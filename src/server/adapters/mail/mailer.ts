import { env } from "@/lib/env";
import type { Mailer, MailMessage } from "./message";
import { outboxMailer } from "./outbox";
import { smtpMailer } from "./smtp";

let current: Mailer | undefined;

/** The mailer of this process: SMTP where SMTP_URL says so, else the outbox, which `store` keeps. */
export function mailer(store: (message: MailMessage) => Promise<void>): Mailer {
  if (!current) {
    const { SMTP_URL, MAIL_FROM } = env();
    current = SMTP_URL ? smtpMailer({ url: SMTP_URL, from: MAIL_FROM }) : outboxMailer(store);
  }
  return current;
}

/** Lets go of the mailer's connections, for a quiet shutdown. */
export async function closeMailer(): Promise<void> {
  await current?.close();
  current = undefined;
}
