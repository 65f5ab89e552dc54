import { describe, expect, it } from "vitest";
import { brokenLanguage, brokenTheme } from "./broken-words";

describe("brokenLanguage", () => {
  it.each([
    ["theme=dark; locale=es", "en-GB", ["en"], "es"],
    ["locale=en", "es-VE", ["es"], "en"],
    ["notlocale=es", "", ["en-US"], "en"],
    ["", "es-VE", [], "es"],
    ["", "", ["fr-FR", "es-AR", "en"], "es"],
    ["locale=xx", "", [], "en"],
  ] as const)("reads cookie %j, page %j, browser %j as %s", (cookie, page, browser, language) =>
    expect(brokenLanguage(cookie, page, browser)).toBe(language),
  );
});

describe("brokenTheme", () => {
  it("is the chosen one, and none where the device decides", () => {
    expect(brokenTheme("locale=es; theme=dark")).toBe("dark");
    for (const cookie of ["", "theme=system", "mytheme=dark", "theme=evil"])
      expect(brokenTheme(cookie)).toBeUndefined();
  });
});
