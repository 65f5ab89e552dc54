import { createTranslator } from "next-intl";
import type { AppLocale } from "@/domain/locale";
import { formatLocale } from "@/i18n/locale";
import { messagesOf } from "@/i18n/messages";
import { initials } from "@/lib/initials";
import { DOOR_DRAWINGS, DOOR_STYLE } from "./door-style";
import { platformUrl } from "./school-url";

/** Why nobody is let in; `missing` is an address without a school. */
export type DoorState = "missing" | "suspended" | "inactive" | "provisioning";

type Look = {
  locale: AppLocale;
  /** What was chosen on this device, if anything. */
  theme: "light" | "dark" | undefined;
  nonce: string;
  /** Where "Try again" leads. */
  path: string;
  school?: { name: string; primaryColor: string; email: string };
};

/** A whole page that needs nothing else: why there is no way in, in the school's colour. */
export function doorPage(state: DoorState, { locale, theme, nonce, path, school }: Look): string {
  const language = formatLocale(locale);
  const t = createTranslator({ locale: language, messages: messagesOf(locale), namespace: "schools.door" });
  const brand = school && /^#[0-9a-f]{6}$/i.test(school.primaryColor) ? school.primaryColor : "#0c6170";
  const title = t(`${state}.title`);
  const body = t(`${state}.body`, { school: school?.name ?? "" });
  const again = state === "missing" ? [platformUrl("/"), t("start")] : [path, t("again")];
  return `<!doctype html>
<html lang="${language}"${theme ? ` data-theme="${theme}"` : ""}>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${inHtml(title)} · Homeroom</title>
<style nonce="${nonce}">${DOOR_STYLE}:root{--brand:${brand}}</style>
</head>
<body>
<p class="mark"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 21V9l8-6 8 6v12"/><path d="M9 21v-7h6v7M4 21h16"/></svg>Homeroom</p>
<main id="main">
<svg class="art" viewBox="0 0 240 160" aria-hidden="true">${DOOR_DRAWINGS[state === "missing" ? "door" : "closed"]}</svg>
${school ? `<p class="school"><span class="crest" aria-hidden="true">${inHtml(initials(school.name))}</span><span>${inHtml(school.name)}</span></p>` : ""}
<h1>${inHtml(title)}</h1>
<p>${inHtml(body)}</p>
${school?.email ? `<dl><dt>${inHtml(t("questions"))}</dt><dd><a href="mailto:${inHtml(school.email)}">${inHtml(school.email)}</a></dd></dl>` : ""}
<a class="button" href="${inHtml(again[0] ?? "/")}">${inHtml(again[1] ?? "")}</a>
</main>
</body>
</html>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (each) => ENTITIES[each] ?? each);
}
