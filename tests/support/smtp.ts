import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { type Mail, parseMail } from "./mime";

export interface MailSink {
  /** For SMTP_URL. */
  url: string;
  /** Everything received, oldest first. */
  messages: readonly Mail[];
  /** The oldest message to `address` that was not handed out before, as soon as there is one; rejects after `ms`. */
  nextMessageTo: (address: string, ms?: number) => Promise<Mail>;
  close: () => Promise<void>;
}

interface Waiting {
  address: string;
  take: (mail: Mail) => void;
}

/** A real SMTP server on loopback that keeps what it is sent, and knows no mailbox whose name begins with "nobody". */
export async function startMailSink(): Promise<MailSink> {
  const messages: Mail[] = [];
  const unread: Mail[] = [];
  const waiting: Waiting[] = [];
  const receive = (mail: Mail) => {
    messages.push(mail);
    const index = waiting.findIndex(({ address }) => mail.to.includes(address));
    const [first] = index < 0 ? [] : waiting.splice(index, 1);
    if (first) first.take(mail);
    else unread.push(mail);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      const unknown = Object.assign(new Error("No such mailbox"), { responseCode: 550 });
      done(address.startsWith("nobody") ? unknown : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.once("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = {
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map((to) => to.address.toLowerCase()),
        };
        // Bytes, not characters: each part says what its own mean.
        receive(parseMail(Buffer.concat(chunks).toString("latin1"), envelope));
        done();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    nextMessageTo: (address, ms = 15_000) => next(address.toLowerCase(), ms, unread, waiting),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function next(address: string, ms: number, unread: Mail[], waiting: Waiting[]): Promise<Mail> {
  const index = unread.findIndex((mail) => mail.to.includes(address));
  const [mail] = index < 0 ? [] : unread.splice(index, 1);
  if (mail) return Promise.resolve(mail);
  return new Promise((resolve, reject) => {
    const entry: Waiting = { address, take: () => undefined };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(entry), 1);
      reject(new Error(`No mail came for ${address} within ${ms} ms`));
    }, ms);
    entry.take = (found) => {
      clearTimeout(timer);
      resolve(found);
    };
    waiting.push(entry);
  });
}
