import { MailError, type Mailer, type MailMessage, oneLine, recipientOf } from "./message";

/** Keeps messages where a person can look at them instead of sending; `store` decides where that is. */
export function outboxMailer(store: (message: MailMessage) => Promise<void>): Mailer {
  return {
    async send(message) {
      const to = recipientOf(message);
      try {
        await store({ ...message, to, subject: oneLine(message.subject) });
      } catch (cause) {
        throw new MailError("The outbox could not keep the message.", { permanent: false, cause });
      }
    },
    async close() {},
  };
}
