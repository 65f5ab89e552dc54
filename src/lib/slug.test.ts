import { describe, expect, it } from "vitest";
import { slugSchema } from "./slug";

const problem = (slug: unknown) => slugSchema.safeParse(slug).error?.issues[0]?.message;

describe("slugSchema", () => {
  it.each(["stemblock", "andres-bello", "colegio2", "a1", "a".repeat(40)])("takes %s", (slug) => {
    expect(slugSchema.parse(slug)).toBe(slug);
  });

  it("trims and lowers", () => expect(slugSchema.parse(" Andres-Bello ")).toBe("andres-bello"));

  it.each([
    ["a", "slug.tooShort"],
    ["a".repeat(41), "slug.tooLong"],
    ["-abc", "slug.invalid"],
    ["abc-", "slug.invalid"],
    ["xn--abc", "slug.invalid"],
    ["a.b", "slug.invalid"],
    ["a_b", "slug.invalid"],
    ["andrés", "slug.invalid"],
    ["123", "slug.invalid"],
    ["www", "slug.reserved"],
    ["Admin", "slug.reserved"],
    [undefined, "slug.invalid"],
  ])("refuses %j: %s", (slug, message) => expect(problem(slug)).toBe(message));
});
