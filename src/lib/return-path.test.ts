import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./return-path";

describe("safeReturnPath", () => {
  it.each([
    "/",
    "/org-admin/users?role=COACH&page=2#top",
    "/a//b",
    "/search?q=a%2Fb%3Fc",
    "/x?next=//evil.example",
  ])("keeps %j", (path) => expect(safeReturnPath(path, "/home")).toBe(path));

  it.each([
    undefined,
    null,
    "",
    "users",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "/%2Fevil.example",
    "/%2fevil.example",
    "/%5Cevil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/%09/evil.example",
    "/%0d%0aSet-Cookie:x",
    "/a\u0000",
    "/%",
    "https://evil.example",
    "https:/evil.example",
    "javascript:alert(1)",
    " //evil.example",
    "@evil.example",
    `/${"a".repeat(2_000)}`,
  ])("falls back for %j", (path) => expect(safeReturnPath(path, "/home")).toBe("/home"));

  it("never leaves the origin, whatever is given", () => {
    const text = fc
      .string({ unit: fc.constantFrom(..."/\\.:@%25FfCc?#\t\nae"), maxLength: 20 })
      .map((rest) => `/${rest}`);
    fc.assert(
      fc.property(text, (given) => {
        const path = safeReturnPath(given, "/home");
        expect(new URL(path, "https://school.example").origin).toBe("https://school.example");
        expect(path).not.toMatch(/^\/[/\\]/);
      }),
      { numRuns: 2_000 },
    );
  });
});
