import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fittingLabels, lastWords, limitWords, startsAtZero, valueScale, wordsWidth } from "./chart-geometry";

describe("valueScale", () => {
  it("draws round lines around percentages, and lets a value stand a little above the last", () => {
    expect(valueScale([81.3, 94.2, 96.2, 93], false).ticks).toEqual([80, 85, 90, 95]);
    expect(valueScale([81.3, 97], false).ticks).toEqual([80, 85, 90, 95, 100]);
    expect(valueScale([162, 201, 44], true).ticks).toEqual([0, 50, 100, 150, 200]);
    expect(valueScale([0.1, 0.3], true).ticks).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it("never draws a line between two people", () => {
    expect(valueScale([0, 1], true).ticks).toEqual([0, 1]);
    expect(valueScale([3, 2], true).ticks).toEqual([0, 1, 2, 3]);
  });

  it("has a scale for one value, for zero and for none", () => {
    expect(valueScale([5, 5], false).ticks).toEqual([0, 2, 4, 6]);
    expect(valueScale([0], true).ticks).toEqual([0, 1]);
    expect(valueScale([], true).ticks).toEqual([0, 1]);
  });

  it("holds every value on at most five rising lines", () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => Math.round(x * 100) / 100);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.boolean(), (values, fromZero) => {
        const { ticks, y } = valueScale(values, fromZero);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
        for (const shown of [...values, ...ticks]) {
          expect(y(shown)).toBeGreaterThanOrEqual(-1e-6);
          expect(y(shown)).toBeLessThanOrEqual(100 + 1e-6);
        }
      }),
    );
  });

  it("starts a line chart at zero only where the values spread wide", () => {
    expect(startsAtZero([81, 96])).toBe(false);
    expect(startsAtZero([3, 96])).toBe(true);
    expect(startsAtZero([-5, 96])).toBe(false);
  });
});

describe("fittingLabels", () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      text: `${index + 1} Nov`,
      x: (index / (count - 1)) * 100,
    }));
  const texts = (count: number, width: number) => fittingLabels(days(count), width).map(({ text }) => text);

  it("names every place where there is room, and fewer where there is less", () => {
    expect(texts(4, 600)).toEqual(["1 Nov", "2 Nov", "3 Nov", "4 Nov"]);
    expect(texts(12, 1200)).toHaveLength(12);
    expect(texts(12, 600)).toHaveLength(11);
    expect(texts(12, 260)).toEqual(["1 Nov", "3 Nov", "5 Nov", "7 Nov", "9 Nov"]);
    expect(texts(1, 260)).toEqual(["1 Nov"]);
    expect(fittingLabels([], 260)).toEqual([]);
  });

  it("keeps the last of two, which ends at the edge", () => {
    expect(texts(2, 260)).toEqual(["1 Nov", "2 Nov"]);
  });
});

describe("words beside a line", () => {
  const line = (...ys: number[]) => ys.map((y, index) => ({ x: (index / (ys.length - 1)) * 100, y }));

  it("writes the last value over what runs beside it, or under it where that is nearer", () => {
    expect(lastWords(line(50, 50, 50, 50), 20)).toEqual({ at: "end", side: "above", y: 50 });
    expect(lastWords(line(80, 80, 40, 44), 40)).toEqual({ at: "end", side: "above", y: 40 });
    expect(lastWords(line(80, 80, 10, 44), 40)).toEqual({ at: "end", side: "below", y: 44 });
    expect(lastWords(line(80, 80, 10, 95), 40).side).toBe("above");
  });

  it("writes a limit where the line does not run", () => {
    const size = { width: 20, height: 14 };
    expect(limitWords(40, line(10, 10, 10, 10), size)).toMatchObject({ at: "end", side: "below" });
    expect(limitWords(40, line(50, 50, 50, 50), size)).toMatchObject({ at: "end", side: "above" });
    expect(limitWords(40, [...line(10, 10, 10, 45), { x: 100, y: 30 }], size).at).toBe("start");
  });

  it("never takes words for wider than the plot", () => {
    expect(wordsWidth("94.2 %")).toBeLessThan(20);
    expect(wordsWidth("a".repeat(200))).toBe(100);
  });
});
