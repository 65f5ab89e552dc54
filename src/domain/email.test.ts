import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseEmail, parseEmail } from "./email";
import { emailSchema } from "./email-schema";

const refused = (reason: string) => ({ ok: false, reason });

describe("parseEmail", () => {
  it.each([
    ["coach@test.com", "coach@test.com"],
    ["  NGUYEN.DSOUZA1@SCHOOL.EXAMPLE ", "nguyen.dsouza1@school.example"],
    ["o'neill+robotics@school.example", "o'neill+robotics@school.example"],
    ["smith-jones_17@sub.school.example", "smith-jones_17@sub.school.example"],
    ["\uFEFFana@school.example\u00a0", "ana@school.example"],
    ["ana@xn--caf-dma.example", "ana@xn--caf-dma.example"],
    [`${"a".repeat(64)}@school.example`, `${"a".repeat(64)}@school.example`],
  ])("takes %j", (given, email) => expect(parseEmail(given)).toEqual({ ok: true, email }));

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ['"e@x"@y', "severalAt"],
    ['"e@x.example"@y.example', "severalAt"],
    ['"ana"@school.example', "forbiddenCharacter"],
    ["a@b", "noDomainEnding"],
    ["paula.guerra@example", "noDomainEnding"],
    ["inigo at school.example", "space"],
    ["inigo@school.example,eve@evil.example", "severalAt"],
    ["Ana <ana@school.example>", "space"],
    ["<ana@school.example>", "forbiddenCharacter"],
    ["ana(comment)@school.example", "forbiddenCharacter"],
    ["ana@school.example;eve@evil.example", "severalAt"],
    ["ana@eve@school.example", "severalAt"],
    ["ana.school.example", "noAt"],
    ["@school.example", "localPart"],
    [".ana@school.example", "localPart"],
    ["ana.@school.example", "localPart"],
    ["ana..b@school.example", "localPart"],
    ["-ana@school.example", "localPart"],
    ["ana@.example", "domain"],
    ["ana@school..example", "domain"],
    ["ana@-school.example", "domain"],
    ["ana@school-.example", "domain"],
    ["ana@school.example.", "domain"],
    ["ana@school_x.example", "domain"],
    ["ana@127.0.0.1", "domain"],
    ["ana@[127.0.0.1]", "forbiddenCharacter"],
    [`ana@${"b".repeat(64)}.example`, "domain"],
    [`${"a".repeat(65)}@school.example`, "tooLong"],
    [`ana@${"b.".repeat(130)}example`, "tooLong"],
    ["ana@school.example\r\nBcc: eve@evil.example", "control"],
    ["ana\u0000@school.example", "control"],
    ["ana\t@school.example", "space"],
    ["ana\u200b@school.example", "nonAscii"],
    ["\u0430na@school.example", "nonAscii"], // Cyrillic a
    ["ana@sch\u043eol.example", "nonAscii"], // Cyrillic o
    ["\u212aim@school.example", "nonAscii"], // Kelvin sign, which toLowerCase() turns into k
    ["\uff41na@school.example", "nonAscii"], // full-width a, which NFKC turns into a
    ["ana\uff20school.example", "nonAscii"], // full-width @
    ["ana@school\u3002example", "nonAscii"], // ideographic full stop
    ["ana@cañada.example", "nonAscii"],
  ])("refuses %j: %s", (given, reason) => expect(parseEmail(given)).toEqual(refused(reason)));

  it("gives only plain addresses and gives them unchanged the second time", () => {
    const near = fc.string({ unit: fc.constantFrom(..."aZ0.@+'-_\" <>,\u212a\u0430\t\n"), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), near, fc.string({ unit: "binary" })), (text) => {
        const parsed = parseEmail(text);
        if (!parsed.ok) return;
        expect(parsed.email).toMatch(/^[a-z0-9.#&'+/=_~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/);
        expect(parseEmail(parsed.email)).toEqual(parsed);
      }),
    );
  });

  it.each(["a", "a.", "a@", ".", " ", "@", "a-", "'"])("takes linear time on a long row of %j", (unit) => {
    const started = performance.now();
    parseEmail(`${unit.repeat(500_000)}!`);
    parseEmail(`x@${unit.repeat(500_000)}!`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("normaliseEmail", () => {
  it("trims and lowers ASCII letters only", () => {
    expect(normaliseEmail(" ANA@School.Example ")).toBe("ana@school.example");
    expect(normaliseEmail("\u212aim")).toBe("\u212aim");
  });
});

describe("emailSchema", () => {
  it("gives the normalised address, or a message key", () => {
    expect(emailSchema.parse(" Ana@School.example")).toBe("ana@school.example");
    expect(emailSchema.safeParse("a@b").error?.issues.map((issue) => issue.message)).toEqual([
      "email.noDomainEnding",
    ]);
    expect(emailSchema.safeParse(undefined).error?.issues[0]?.message).toBe("email.empty");
  });
});
