import { createTransport } from "nodemailer";
import { afterAll, expect, test } from "vitest";
import { startMailSink } from "./smtp";

const sink = await startMailSink();
const transport = createTransport(sink.url);
afterAll(() => sink.close());

function send(to: string, subject: string, body: { text: string; html?: string }) {
  return transport.sendMail({ from: "Colegio <no-reply@school.example>", to, subject, ...body });
}

test("a mail with accents, long lines and two forms comes out as it went in", async () => {
  const link = `https://school.example/join?token=${"x".repeat(120)}=`;
  const text = `Hola, Ávila:\n\nEntra aquí: ${link}\n`;
  await send("a@school.example", "Invitación a U.E. Andrés Bello: ñandú y más palabras largas", {
    text,
    html: `<p>Hola, Ávila</p><a href="${link}">Entra</a>`,
  });
  const mail = await sink.nextMessageTo("A@school.example");
  expect(mail.subject).toBe("Invitación a U.E. Andrés Bello: ñandú y más palabras largas");
  expect(mail.text.replaceAll("\r\n", "\n").trim()).toBe(text.trim());
  expect(mail.html).toContain(`<a href="${link}">`);
  expect(mail.from).toBe("no-reply@school.example");
});

test("each mail is handed out once, in order, and one that is to come is waited for", async () => {
  await send("b@school.example", "1", { text: "one" });
  await send("b@school.example", "2", { text: "two" });
  expect((await sink.nextMessageTo("b@school.example")).subject).toBe("1");
  expect((await sink.nextMessageTo("b@school.example")).subject).toBe("2");
  const coming = sink.nextMessageTo("b@school.example");
  await send("c@school.example", "other", { text: "no" });
  await send("b@school.example", "3", { text: "three" });
  expect((await coming).subject).toBe("3");
  await expect(sink.nextMessageTo("b@school.example", 20)).rejects.toThrow("No mail came");
});
