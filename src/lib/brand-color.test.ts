import { wcagContrast } from "culori";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brandColors } from "./brand-color";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, "0")}`);

function expectLegible(brand: string) {
  const { solid, fg, text, soft, mark } = brandColors(brand);
  expect(wcagContrast(fg, solid), `label on button of ${brand}`).toBeGreaterThanOrEqual(4.5);
  expect(wcagContrast(text, "#ffffff"), `link of ${brand}`).toBeGreaterThanOrEqual(4.5);
  expect(wcagContrast(text, soft), `link on soft of ${brand}`).toBeGreaterThanOrEqual(4.5);
  expect(wcagContrast(mark, "#ffffff"), `line of ${brand}`).toBeGreaterThanOrEqual(3);
}

describe("brandColors", () => {
  it.each([
    "#0c6170",
    "#8c2f39",
    "#ffd400",
    "#ffffff",
    "#000000",
    "#00ff00",
    "#ff0000",
    "#0000ff",
    "#808080",
    "#ff00ff",
  ])("is legible for %s", expectLegible);

  it("is legible for any colour", () => {
    fc.assert(fc.property(hex, expectLegible), { numRuns: 1_500 });
  });

  it("keeps a colour that needs no help", () => expect(brandColors("#8c2f39").solid).toBe("#8c2f39"));

  it("falls back for what is no colour", () => {
    for (const text of ["", "red", "#12345", "#000;background:url(//x)"])
      expect(brandColors(text)).toEqual(brandColors("nothing"));
  });
});
