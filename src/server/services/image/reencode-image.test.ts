import { Buffer } from "node:buffer";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { imageInput } from "@/domain/image";
import { MAX_IMAGE_BYTES } from "@/domain/image-limits";
import { refusal } from "../../../../tests/support/people";
import { bomb } from "../../../../tests/support/pictures";
import { reencodeImage, reencodeScan } from "./reencode-image";

const SCRIPT = "<script>alert(document.domain)</script>";
const BOX = { width: 64, height: 64, fit: "inside" } as const;

const picture = (width = 120, height = 60) =>
  sharp({ create: { width, height, channels: 4, background: { r: 12, g: 97, b: 112, alpha: 0.5 } } });

const metadata = (bytes: Uint8Array) => sharp(bytes).metadata();

const invalid = (reason: string) => ({
  kind: "invalid",
  key: `image.${reason}`,
  field: "content",
  values: {},
});

test.each([
  ["png", () => picture().png()],
  ["jpeg", () => picture().jpeg()],
  ["webp", () => picture().webp()],
  ["gif", () => picture().gif()],
  ["avif", () => picture().avif({ effort: 0 })],
])("draws a %s anew as WebP, whole and not larger than the box", async (_, make) => {
  const image = await reencodeImage(await make().toBuffer(), BOX);
  expect(image).toMatchObject({ contentType: "image/webp", width: 64, height: 32 });
  expect(await metadata(image.bytes)).toMatchObject({ format: "webp", width: 64, height: 32 });
});

test("keeps transparency, enlarges nothing inside a box, and fills one that is to be covered", async () => {
  const small = await picture(20, 10).png().toBuffer();
  const inside = await reencodeImage(small, BOX);
  expect(inside).toMatchObject({ width: 20, height: 10 });
  expect((await metadata(inside.bytes)).hasAlpha).toBe(true);
  expect(await reencodeImage(small, { ...BOX, fit: "cover" })).toMatchObject({ width: 64, height: 64 });
});

test("takes the first frame of an animation, turns a photo upright and drops what it tells of its maker", async () => {
  const frames = [await picture(40, 40).gif().toBuffer(), await picture(40, 40).negate().gif().toBuffer()];
  const animated = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await metadata(animated)).pages).toBe(2);
  expect((await metadata((await reencodeImage(animated, BOX)).bytes)).pages ?? 1).toBe(1);

  const photo = await picture(40, 20)
    .jpeg()
    .withExif({ IFD0: { Artist: "Ana Gil", Copyright: SCRIPT } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const image = await reencodeImage(photo, BOX);
  expect(image).toMatchObject({ width: 20, height: 40 });
  const { exif, icc, xmp, orientation } = await metadata(image.bytes);
  expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
});

test("draws a scan anew as JPEG, readable, upright, on white, and without what it tells of its maker", async () => {
  const scan = await sharp({
    create: { width: 3_000, height: 1_500, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .jpeg()
    .withExif({ IFD0: { Artist: "Ana Gil" } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const drawn = await reencodeScan(scan);
  expect(await metadata(drawn)).toMatchObject({ format: "jpeg", width: 1_200, height: 2_400 });
  expect((await metadata(drawn)).exif).toBeUndefined();
  const clear = await reencodeScan(await picture().webp().toBuffer());
  const { channels } = await sharp(clear).stats();
  expect(channels).toHaveLength(3);
  expect(await refusal(reencodeScan(Buffer.from(`<svg>${SCRIPT}</svg>`)))).toEqual(invalid("svg"));
});

describe("refuses", () => {
  test.each([
    [
      "a drawing with a script",
      "svg",
      `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`,
    ],
    ["a page", "unsupported", `<!doctype html><html>${SCRIPT}</html>`],
    ["nothing", "unsupported", ""],
    ["a document", "unsupported", "%PDF-1.7\n1 0 obj"],
    ["a script that begins as a GIF", "damaged", `GIF89a=1;${SCRIPT.repeat(20)}`],
    ["a page that begins as a JPEG", "damaged", `\xff\xd8\xff\xe0${SCRIPT}`],
    ["a drawing that begins as a PNG", "damaged", `\x89PNG\r\n\x1a\n<svg>${SCRIPT}</svg>`],
  ])("%s", async (_, reason, text) => {
    expect(await refusal(reencodeImage(Buffer.from(text, "latin1"), BOX))).toEqual(invalid(reason));
  });

  test("what is cut off", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
    const whole = await sharp({ create: { width: 200, height: 200, channels: 3, background: "#000", noise } })
      .png()
      .toBuffer();
    const cut = whole.subarray(0, whole.byteLength / 2);
    expect(await refusal(reencodeImage(cut, BOX))).toEqual(invalid("damaged"));
  });

  test("few bytes that open into very many pixels", async () => {
    expect(await refusal(reencodeImage(bomb(40_000, 40_000), BOX))).toEqual(invalid("tooManyPixels"));
  });

  test("more than 2 MB, before it is looked at", async () => {
    const large = Buffer.alloc(MAX_IMAGE_BYTES + 3);
    expect(await refusal(reencodeImage(large, BOX))).toEqual(invalid("tooLarge"));
    const input = imageInput.safeParse({ content: large.toString("base64") });
    expect(input.error?.issues.map(({ message }) => message)).toEqual(["image.tooLarge"]);
    expect(imageInput.safeParse({ content: "<svg>" }).success).toBe(false);
  });
});

test("leaves behind what was hung on a good picture", async () => {
  const polyglot = Buffer.concat([await picture().png().toBuffer(), Buffer.from(SCRIPT)]);
  const { bytes } = await reencodeImage(polyglot, BOX);
  expect(bytes.includes("script")).toBe(false);
});
