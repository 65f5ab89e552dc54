import { createTransport } from "nodemailer";
import { MailError, type Mailer, oneLine, recipientOf } from "./message";

export type SmtpSettings = {
  /** smtp://user:password@host:port, or smtps. */
  url: string;
  /** The sender, as `Name <address>`. */
  from: string;
};

/** Sends by SMTP over a pool of connections; the envelope is ours, so no header is ever read as a recipient. */
export function smtpMailer({ url, from }: SmtpSettings): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sender = senderAddress(from);
  return {
    async send(message) {
      const to = recipientOf(message);
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          envelope: { from: sender, to: [to] },
          subject: oneLine(message.subject),
          html: message.html,
          text: message.text,
          headers: tidyHeaders(message.headers),
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (cause) {
        throw new MailError("The mail server did not take the message.", {
          permanent: isPermanent(cause),
          cause,
        });
      }
    },
    async close() {
      transport.close();
    },
  };
}

function senderAddress(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}

function tidyHeaders(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [oneLine(name), oneLine(value)]));
}

/** A 5xx answer about the message (RFC 5321, 4.2.1); wrong credentials are ours to mend, so they may be tried again. */
function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error) || !("responseCode" in error) || typeof error.responseCode !== "number")
    return false;
  const aboutMessage = "code" in error && (error.code === "EENVELOPE" || error.code === "EMESSAGE");
  return aboutMessage && error.responseCode >= 500;
}
