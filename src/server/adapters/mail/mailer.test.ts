import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MailError, type Mailer, type MailMessage } from "./message";
import { outboxMailer } from "./outbox";
import { smtpMailer } from "./smtp";

type Received = { to: string[]; from: string; raw: string };
let received: Received[] = [];
const stored: MailMessage[] = [];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _session, done) => {
    const refusal = address.startsWith("nobody@") ? 550 : address.startsWith("later@") ? 451 : undefined;
    done(refusal ? Object.assign(new Error("no"), { responseCode: refusal }) : undefined);
  },
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        to: rcptTo.map(({ address }) => address),
        from: mailFrom ? mailFrom.address : "",
        raw: Buffer.concat(chunks).toString("utf8"),
      });
      done();
    });
  },
});

let smtp: Mailer;
const outbox = outboxMailer(async (message) => {
  stored.push(message);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  smtp = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: "Homeroom <no-reply@homeroom.example>" });
});
afterAll(async () => {
  await smtp.close();
  await new Promise<void>((resolve) => server.close(resolve));
});
beforeEach(() => {
  received = [];
  stored.length = 0;
});

const message: MailMessage = {
  to: "o'neill+robotics@school.example",
  subject: "Invitación a U.E. Andrés Bello",
  html: "<p>Hola, Íñigo</p>",
  text: "Hola, Íñigo",
};

const drivers = [
  { name: "smtp", mailer: () => smtp, arrived: () => received.map(({ to }) => to.join()) },
  { name: "outbox", mailer: () => outbox, arrived: () => stored.map(({ to }) => to) },
];

describe.each(drivers)("the $name mailer", ({ mailer, arrived }) => {
  it("hands one message to one person, at the normalised address", async () => {
    await mailer().send(message);
    await mailer().send({ ...message, to: " ANA@School.Example " });
    expect(arrived()).toEqual(["o'neill+robotics@school.example", "ana@school.example"]);
  });

  it.each([
    '"e@x"@y',
    '"eve@evil.example x"@school.example',
    "\u0430na@school.example",
    "ana@sch\u043eol.example",
    "\u212aim@school.example",
    "ana@school.example, eve@evil.example",
    "ana@school.example;eve@evil.example",
    "Ana <ana@school.example>",
    "group: ana@school.example, eve@evil.example;",
    "ana@school.example\r\nRCPT TO:<eve@evil.example>",
    "",
  ])("sends nothing to %j", async (to) => {
    await expect(mailer().send({ ...message, to })).rejects.toMatchObject({
      name: "MailError",
      permanent: true,
    });
    expect(arrived()).toEqual([]);
  });

  it("keeps headers on their line", async () => {
    await mailer().send({ ...message, subject: "Hello\r\nBcc: eve@evil.example" });
    expect(arrived()).toEqual([message.to]);
    for (const { raw } of received) expect(raw).not.toMatch(/^Bcc:/im);
    for (const { subject } of stored) expect(subject).toBe("Hello Bcc: eve@evil.example");
  });
});

describe("the smtp mailer", () => {
  it("sends both texts, its sender and further headers", async () => {
    await smtp.send({ ...message, headers: { "Auto-Submitted": "auto-generated\r\nBcc: eve@evil.example" } });
    const [mail] = received;
    expect(mail?.from).toBe("no-reply@homeroom.example");
    expect(mail?.raw).toContain("text/plain");
    expect(mail?.raw).toContain("text/html");
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated Bcc: eve@evil\.example/m);
    expect(mail?.raw).not.toMatch(/^Bcc:/im);
  });

  it("tells what is final from what may be tried again", async () => {
    await expect(smtp.send({ ...message, to: "nobody@school.example" })).rejects.toMatchObject({
      permanent: true,
    });
    await expect(smtp.send({ ...message, to: "later@school.example" })).rejects.toMatchObject({
      permanent: false,
    });
    const away = smtpMailer({ url: "smtp://127.0.0.1:1", from: "no-reply@homeroom.example" });
    await expect(away.send(message)).rejects.toMatchObject({ permanent: false });
    await away.close();
    expect(received).toEqual([]);
  });
});

it("an outbox that cannot keep a message says so", async () => {
  const broken = outboxMailer(() => Promise.reject(new Error("full")));
  await expect(broken.send(message)).rejects.toBeInstanceOf(MailError);
});
