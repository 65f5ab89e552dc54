import sharp, { type OverlayOptions } from "sharp";
import { expect, test } from "vitest";
import { difference, impressionOf, reduce, tooFar } from "./look-alike";

type Box = { left: number; top: number; width: number; height: number; color: string };

const LINES: Box[] = Array.from({ length: 12 }, (_, n) => ({
  ...{ left: 280, top: 120 + n * 40, width: 500, height: 9, color: "#a0a0a0" },
}));
const SIDEBAR: Box[] = Array.from({ length: 6 }, (_, n) => ({
  ...{ left: 24, top: 90 + n * 36, width: 150, height: 14, color: "#555555" },
}));
const BUTTON: Box = { left: 640, top: 40, width: 130, height: 36, color: "#0c6170" };
const PAGE = [...LINES, ...SIDEBAR, BUTTON];

async function screen(boxes: Box[], ground = "#ffffff"): Promise<Buffer> {
  const parts = boxes.map(
    ({ left, top, width, height, color }): OverlayOptions => ({
      ...{ left, top },
      input: { create: { width, height, channels: 3, background: color } },
    }),
  );
  return sharp({ create: { width: 800, height: 640, channels: 3, background: ground } })
    .composite(parts)
    .png()
    .toBuffer();
}

async function verdict(boxes: Box[], ground?: string): Promise<string | undefined> {
  const [one, other] = await Promise.all(
    [await screen(PAGE), await screen(boxes, ground)].map(async (shot) => impressionOf(await reduce(shot))),
  );
  return one && other ? tooFar(difference(one, other)) : "nothing to compare";
}

test("the same screen is like itself", async () => {
  expect(await verdict(PAGE)).toBeUndefined();
});

test("longer words, and lines that another font has pushed along, are no difference", async () => {
  const pushed = LINES.map((line, n) => ({
    ...line,
    top: line.top + 3 * n,
    width: line.width - 20 * (n % 3),
  }));
  expect(
    await verdict([...pushed, ...SIDEBAR, { ...BUTTON, left: BUTTON.left - 14, width: 144 }]),
  ).toBeUndefined();
});

test("a missing part, lost or other colour, and another theme are seen", async () => {
  expect(await verdict([...LINES, BUTTON]), "no sidebar").toMatch(/worstLight/);
  expect(await verdict([...LINES, ...SIDEBAR]), "no button").toMatch(/worstLight/);
  expect(await verdict([...LINES, ...SIDEBAR, { ...BUTTON, color: "#555555" }]), "no colour").toMatch(
    /color/i,
  );
  expect(await verdict([...LINES, ...SIDEBAR, { ...BUTTON, color: "#8c2f39" }]), "other colour").toMatch(
    /color/i,
  );
  expect(await verdict(PAGE, "#111111"), "dark").toMatch(/light/);
  expect(
    await verdict([...PAGE, { left: 300, top: 300, width: 200, height: 120, color: "#dddddd" }]),
    "more",
  ).toMatch(/worstLight/);
});

test("a screen of another size is another screen", async () => {
  const small = await sharp(await screen(PAGE))
    .resize(400, 640)
    .png()
    .toBuffer();
  const [one, other] = await Promise.all(
    [await screen(PAGE), small].map(async (shot) => impressionOf(await reduce(shot))),
  );
  if (!one || !other) throw new Error("Two impressions");
  expect(tooFar(difference(one, other))).toBeDefined();
});
