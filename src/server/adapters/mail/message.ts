import { parseEmail } from "@/domain/email";

/** One message to one person; `to` is an address, never a list and never with a name. */
export type MailMessage = {
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
};

/** Hands messages over; `send` throws MailError and never sends to an address that `parseEmail` refuses. */
export interface Mailer {
  send(message: MailMessage): Promise<void>;
  /** Lets go of connections. */
  close(): Promise<void>;
}

/** A message that was not handed over; `permanent` when trying again will not help. */
export class MailError extends Error {
  readonly permanent: boolean;

  constructor(message: string, options: { permanent: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "MailError";
    this.permanent = options.permanent;
  }
}

/** The one strict address of a message, checked again right before it leaves; throws MailError. */
export function recipientOf(message: MailMessage): string {
  const parsed = parseEmail(message.to);
  if (!parsed.ok)
    throw new MailError(`The recipient is not one plain address: ${parsed.reason}.`, { permanent: true });
  return parsed.email;
}

/** A header's text on one line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
