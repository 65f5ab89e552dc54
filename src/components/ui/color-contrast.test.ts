import fc from "fast-check";
import { expect, it } from "vitest";
import { labelContrast } from "./color-contrast";
import { normalHex } from "./hex-color";

it.each([
  ["#0c6170", "#0c6170"],
  ["0C6170", "#0c6170"],
  [" #fc0 ", "#ffcc00"],
  ["#0c617", undefined],
  ["petrol", undefined],
  ["", undefined],
])("reads %j as %j", (typed, hex) => expect(normalHex(typed)).toBe(hex));

it("says which label stands on a colour and how it reads", () => {
  expect(labelContrast("#0c6170")).toEqual({ label: "light", ratio: 7, moved: false });
  expect(labelContrast("#e0a100").label).toBe("dark");
  expect(labelContrast("#ffcc00").moved).toBe(false);
});

it("tells of a colour on which no label could be read", () => {
  expect(labelContrast("#8a8a8a").moved).toBe(true);
  expect(labelContrast("#000000").moved).toBe(true);
});

it("never promises less than WCAG AA", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (color) => {
      const hex = `#${color.toString(16).padStart(6, "0")}`;
      expect(labelContrast(hex).ratio).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
