import { describe, expect, it } from "vitest";
import { LOCALES } from "@/domain/locale";
import { CLASS_CHANGES } from "@/domain/notifications";
import { ROLES } from "@/domain/roles";
import { TRANSFER_SECTIONS } from "@/domain/student-list";
import { TRANSFER_NEWS } from "@/domain/student-transfer-list";
import {
  type MailSchool,
  renderAlreadyMember,
  renderInvitation,
  renderPasswordChanged,
  renderResetPassword,
  renderVerifyEmail,
} from "./render";
import {
  renderEmailChanged,
  renderEmailChangeNew,
  renderEmailChangeOld,
  renderEmailTaken,
} from "./render-email-change";
import { renderNotice } from "./render-notice";
import { renderSchoolInvitation } from "./render-school-invitation";
import { renderTransferCompleted, renderTransferDeclined, renderTransferLink } from "./render-transfer";

const school: MailSchool = {
  name: "U.E. Andrés Bello",
  primaryColor: "#8c2f39",
  motto: "Saber y hacer",
  timeZone: "America/Caracas",
};
const url = "https://school.example/invitation/abc?x=1&y=2";
const at = new Date("2026-12-05T02:30:00Z");
const person = { school, name: "Ana Peña", url };
const change = { oldEmail: "ana@old.example", newEmail: "ana@new.example" };
const transfer = {
  ...{ school, url, name: "Ana Peña", student: "Nahia Ruiz", to: "Liceo Los Samanes" },
  sections: TRANSFER_SECTIONS,
};
const manageUrl = "https://school.example/account/notifications";

describe.each(LOCALES)("messages in %s", (locale) => {
  it("are complete, with the link, in HTML and in plain text", async () => {
    const mails = await Promise.all([
      renderSchoolInvitation({
        locale,
        school,
        inviterName: "María Ortega",
        invitedSchool: "Colegio Los Samanes",
        url,
        expiresAt: at,
      }),
      ...ROLES.map((role) =>
        renderInvitation({
          locale,
          school,
          inviterName: "María Ortega",
          role,
          className: "5.º B",
          url,
          expiresAt: at,
        }),
      ),
      renderInvitation({ locale, school, inviterName: "María Ortega", role: "PARENT", url, expiresAt: at }),
      renderVerifyEmail({ locale, ...person, hours: 24 }),
      renderResetPassword({ locale, ...person, minutes: 60 }),
      renderPasswordChanged({ locale, ...person, at }),
      renderAlreadyMember({ locale, ...person, name: "" }),
      renderEmailChangeOld({ locale, ...person, ...change, stopUrl: `${url}&stop=1`, hours: 24 }),
      renderEmailChangeNew({ locale, ...person, ...change, hours: 24 }),
      renderEmailTaken({ locale, ...person }),
      renderEmailChanged({ locale, ...person, ...change }),
      renderNotice({
        locale,
        ...person,
        manageUrl,
        notices: [{ kind: "invitations", name: "Bea Ruiz", role: "PARENT" }],
      }),
      renderTransferLink({ locale, ...transfer, reason: "Se mudan", expiresAt: at }),
      renderTransferLink({ locale, ...transfer, name: "", reason: "", expiresAt: at }),
      renderTransferCompleted({ locale, ...transfer }),
      renderTransferDeclined({ locale, ...transfer, reason: "No hay cupo" }),
    ]);
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(14);
    for (const { subject, html, text } of mails) {
      expect(subject).toContain(school.name);
      expect(html).toMatch(/^<!DOCTYPE html/);
      expect(html).toContain(locale === "es" ? 'lang="es-VE"' : 'lang="en-GB"');
      expect(html).toContain('href="https://school.example/invitation/abc?x=1&amp;y=2"');
      expect(html).toContain("background-color:#8c2f39");
      expect(html).toContain("Saber y hacer");
      expect(text).toContain(url);
      for (const part of [subject, html, text]) expect(part).not.toMatch(/__none__|mail\.|\{|undefined/);
    }
  });

  it("say each thing that happened in a sentence of its own, and where to choose", async () => {
    const happened = [
      ...CLASS_CHANGES.map((what) => ({ kind: "classes", change: what, className: "5.º B" }) as const),
      { kind: "classes", change: "moved", className: "5.º B", fromClassName: "5.º A" } as const,
      ...(["lead", "coach"] as const).map(
        (part) => ({ kind: "coaching", part, className: "5.º B" }) as const,
      ),
      ...[...ROLES, "active" as const, "suspended" as const].map(
        (became) => ({ kind: "membership", became }) as const,
      ),
      ...TRANSFER_NEWS.map(
        (what) =>
          ({ kind: "transfers", change: what, student: "Nahia Ruiz", school: "Los Samanes" }) as const,
      ),
    ];
    const { text, html } = await renderNotice({ locale, ...person, manageUrl, notices: happened });
    const sentences = text.split("\n\n").slice(2, 2 + happened.length);
    expect(new Set(sentences).size).toBe(happened.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÁ].*\.$/);
    for (const part of [text, html]) expect(part).toContain(manageUrl);
  });

  it("offer to stop a change of address in the message to the present one alone", async () => {
    const asked = { locale, ...person, ...change, hours: 24 };
    const old = await renderEmailChangeOld({ ...asked, stopUrl: `${url}&stop=1` });
    expect(old.html).toContain("x=1&amp;y=2&amp;stop=1");
    expect(old.text).toContain(`${url}&stop=1`);
    const fresh = await renderEmailChangeNew(asked);
    expect(fresh.text).not.toMatch(/stop=1|ana@old|Ana Peña/);
  });

  it("write names as text, never as markup", async () => {
    const evil = { ...school, name: '<script>alert("x")</script> {class}\r\nBcc: eve@evil.example' };
    const { subject, html } = await renderVerifyEmail({
      locale,
      ...person,
      school: evil,
      name: "<b>Ana</b>",
      hours: 1,
    });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<script|<b>/);
  });
});

it("says until when in the school's own day", async () => {
  const input = {
    school,
    inviterName: "María Ortega",
    role: "COACH",
    className: "5.º B",
    url,
    expiresAt: at,
  } as const;
  const es = await renderInvitation({ ...input, locale: "es" });
  expect(es.text).toContain("te invita a formar parte de U.E. Andrés Bello como docente, en la clase 5.º B.");
  expect(es.text).toContain("hasta el 4 de diciembre de 2026");
  const en = await renderInvitation({ ...input, locale: "en" });
  expect(en.text).toContain("invites you to join U.E. Andrés Bello as a coach, in the class 5.º B.");
  expect(en.text).toContain("until 4 December 2026");
});
