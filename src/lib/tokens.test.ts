import { describe, expect, it } from "vitest";
import { createToken, hashToken, isToken } from "./tokens";

describe("tokens", () => {
  it("are 256 bits, each another, kept as their hash", () => {
    const made = Array.from({ length: 500 }, createToken);
    expect(new Set(made.map(({ token }) => token)).size).toBe(500);
    for (const { token, hash } of made) {
      expect(isToken(token)).toBe(true);
      expect(Buffer.from(token, "base64url")).toHaveLength(32);
      expect(hash).toBe(hashToken(token));
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it("hash by SHA-256 (FIPS 180-4 example)", () => {
    expect(hashToken("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it.each(["", "short", "a".repeat(44), `${"a".repeat(42)}.`])("are not %j", (text) =>
    expect(isToken(text)).toBe(false),
  );
});
