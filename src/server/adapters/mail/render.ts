import { createTranslator } from "next-intl";
import type { AppLocale } from "@/domain/locale";
import type { Role } from "@/domain/roles";
import type { Settings } from "@/domain/setting-list";
import { type FormatLocale, formatLocale } from "@/i18n/locale";
import { messagesOf } from "@/i18n/messages";
import { tidyText } from "@/lib/tidy-text";
import type { MailContent } from "./layout";

/** The messages that the application writes, ready for a Mailer; usable in any Node process. */

export type RenderedMail = { subject: string; html: string; text: string };
export type MailSchool = { name: string; primaryColor: string; motto?: string; timeZone: string };
type Common = { locale: AppLocale; school: MailSchool };

/** How a school with these settings shows in a mail. */
export function mailSchool(name: string, settings: Settings): MailSchool {
  return {
    name,
    primaryColor: settings["branding.primaryColor"],
    motto: settings["branding.motto"],
    timeZone: settings["region.timeZone"],
  };
}

/** `name` may be empty where it is not known. */
export type ToPerson = Common & { name: string };

export type InvitationMail = Common & {
  inviterName: string;
  role: Role;
  className?: string;
  url: string;
  expiresAt: Date;
};

/** An invitation with its personal link. */
export function renderInvitation(input: InvitationMail): Promise<RenderedMail> {
  const { inviterName, role, className = "", url, expiresAt } = input;
  return compose(input, "invitation", {
    values: { inviter: tidyText(inviterName), role, class: orNone(className), until: expiresAt },
    url,
  });
}

/** Asks somebody who registered to show that the address is theirs. */
export function renderVerifyEmail(input: ToPerson & { url: string; hours: number }): Promise<RenderedMail> {
  return compose(input, "verify", {
    values: { name: orNone(input.name), hours: input.hours },
    url: input.url,
  });
}

/** A link to choose a new password. */
export function renderResetPassword(
  input: ToPerson & { url: string; minutes: number },
): Promise<RenderedMail> {
  return compose(input, "reset", {
    values: { name: orNone(input.name), minutes: input.minutes },
    url: input.url,
  });
}

/** Tells that a password was changed; `url` is where it is taken back. */
export function renderPasswordChanged(input: ToPerson & { url: string; at: Date }): Promise<RenderedMail> {
  return compose(input, "changed", { values: { name: orNone(input.name), at: input.at }, url: input.url });
}

/** Tells somebody who registers again, and nobody else, that the address has an account; `url` is the sign-in page. */
export function renderAlreadyMember(input: ToPerson & { url: string }): Promise<RenderedMail> {
  return compose(input, "alreadyMember", { values: { name: orNone(input.name) }, url: input.url });
}

/** ICU's `select` cannot match empty text, so the messages have a word for it. */
export function orNone(text: string): string {
  return tidyText(text) || "__none__";
}

type Kind =
  | "invitation"
  | "schoolInvitation"
  | "verify"
  | "reset"
  | "changed"
  | "alreadyMember"
  | "emailOld"
  | "emailNew"
  | "emailTaken"
  | "emailChanged"
  | "notice"
  | "transferLink"
  | "transferCompleted"
  | "transferDeclined";
type Part = "subject" | "preview" | "heading" | "body" | "action" | "note";
type Values = Record<string, string | number | Date>;
type Further = Pick<MailContent, "other" | "manage"> & { lines?: readonly string[] };

/** Puts a message together in the reader's language and the school's look; `further` is what few messages have. */
export async function compose(
  { locale, school }: Common,
  kind: Kind,
  { values, url, further }: { values: Values; url: string; further?: (t: MailTranslator) => Further },
): Promise<RenderedMail> {
  const lang = formatLocale(locale);
  const t = mailTranslator(lang, locale, school.timeZone);
  const name = tidyText(school.name);
  const say = (key: Part) => t(`${kind}.${key}`, { ...values, school: name });
  const { lines = [], ...links } = further?.(t) ?? {};
  const content: MailContent = {
    lang,
    school: { ...school, name },
    subject: say("subject"),
    preview: say("preview"),
    heading: say("heading"),
    paragraphs: [say("body"), ...lines],
    action: { label: say("action"), url, hint: t("linkHint") },
    notes: [say("note"), t("footer", { school: name })],
    ...links,
  };
  // It takes longer to load than all else of ours; few processes write mail.
  const { renderLayout } = await import("./layout");
  const html = await renderLayout(content);
  return { subject: content.subject, html, text: plainText(content) };
}

export type MailTranslator = ReturnType<typeof mailTranslator>;

function mailTranslator(lang: FormatLocale, locale: AppLocale, timeZone: string) {
  return createTranslator({
    locale: lang,
    messages: messagesOf(locale),
    namespace: "mail",
    timeZone,
    onError: (error) => {
      throw error;
    },
  });
}

function plainText({ school, heading, paragraphs, action, other, notes, manage }: MailContent): string {
  const links = [action, other].flatMap((link) => (link ? [`${link.label}:\n${link.url}`] : []));
  const foot = manage ? [...notes, `${manage.label}: ${manage.url}`] : notes;
  return `${[heading, ...paragraphs, ...links, `-- \n${school.name}`, ...foot].join("\n\n")}\n`;
}
