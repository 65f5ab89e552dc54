import { expect, it } from "vitest";
import { appLocale, formatLocale, negotiateLocale } from "./locale";

it.each([
  ["es", "en", "es"],
  [undefined, "es-VE,es;q=0.9,en;q=0.8", "es"],
  [undefined, "en;q=0.5, es;q=0.7", "es"],
  [undefined, "fr-FR, pt;q=0.9, ES-mx;q=0.1", "es"],
  [undefined, "es;q=0, fr", "en"],
  [undefined, "de", "en"],
  [undefined, null, "en"],
  ["xx", "es", "es"],
  ["../../etc", "", "en"],
  [undefined, ";;,,;q=x,*", "en"],
])("cookie %j and Accept-Language %j give %s", (cookie, header, locale) => {
  expect(negotiateLocale(cookie, header)).toBe(locale);
});

it("writes dates dd/mm in both languages", () => {
  for (const locale of ["en", "es"] as const)
    expect(
      new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: "short", timeZone: "UTC" }).format(
        Date.UTC(2026, 10, 4),
      ),
    ).toMatch(/^0?4\/11\//);
  expect(appLocale("es-VE")).toBe("es");
  expect(appLocale("fr")).toBe("en");
});
