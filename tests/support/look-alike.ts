import sharp from "sharp";

/** A screen made small and soft: light, and its two colour differences, by pixel. */
export type Impression = { width: number; height: number; planes: [light: Plane, blue: Plane, red: Plane] };
type Plane = Float32Array;

/** How far two screens are apart, light and colour of 0 to 255: over all, and where they differ most. */
export type Difference = { light: number; worstLight: number; color: number; worstColor: number };

/** A screen's side is this many times that of its impression. */
const SCALE = 8;
const BLOCK = 6;
/** How far a block may have moved, in pixels of the impression: 32 across and 48 down on the screen. */
const REACH = { x: 4, y: 6 };
/** So little apart that no other place need be tried. */
const SAME = 0.2;
const MOVES = Array.from({ length: (2 * REACH.x + 1) * (2 * REACH.y + 1) }, (_, n) => ({
  right: (n % (2 * REACH.x + 1)) - REACH.x,
  down: Math.floor(n / (2 * REACH.x + 1)) - REACH.y,
})).sort((one, other) => Math.hypot(one.right, one.down) - Math.hypot(other.right, other.down));

/** The impression of a screenshot as a WebP of a few kilobytes, to be kept. */
export async function reduce(screenshot: Buffer): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(screenshot).metadata();
  const soft = await sharp(screenshot)
    .removeAlpha()
    .blur(SCALE / 2)
    .toBuffer();
  return sharp(soft)
    .resize(Math.round(width / SCALE), Math.round(height / SCALE), { fit: "fill" })
    .webp({ lossless: true })
    .toBuffer();
}

/** Reads what `reduce` made. */
export async function impressionOf(image: Buffer): Promise<Impression> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const size = info.width * info.height;
  const planes: Impression["planes"] = [
    new Float32Array(size),
    new Float32Array(size),
    new Float32Array(size),
  ];
  for (let pixel = 0; pixel < size; pixel++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 3, pixel * 3 + 3);
    const light = 0.299 * red + 0.587 * green + 0.114 * blue;
    planes[0][pixel] = light;
    planes[1][pixel] = 0.564 * (blue - light);
    planes[2][pixel] = 0.713 * (red - light);
  }
  return { width: info.width, height: info.height, planes };
}

/**
 * Compares block by block, each with the place near it that is most alike: what another font pushes along is found
 * again, what is gone or has lost its colour is not. Both ways, so that what was added shows too.
 */
export function difference(one: Impression, other: Impression): Difference {
  if (one.width !== other.width || one.height !== other.height)
    return { light: 255, worstLight: 255, color: 255, worstColor: 255 };
  const blocks = [...search(one, other), ...search(other, one)];
  const light = blocks.map((block) => block.light);
  const color = blocks.map((block) => block.color);
  return {
    light: mean(light),
    worstLight: Math.max(...light),
    color: mean(color),
    worstColor: Math.max(...color),
  };
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function* search(from: Impression, to: Impression): Generator<{ light: number; color: number }> {
  for (let top = 0; top < from.height; top += BLOCK)
    for (let left = 0; left < from.width; left += BLOCK) {
      const best = { light: Number.POSITIVE_INFINITY, color: Number.POSITIVE_INFINITY };
      for (const move of MOVES) {
        const found = apart(from, to, { top, left, ...move });
        if (!found) continue;
        best.light = Math.min(best.light, found.light);
        best.color = Math.min(best.color, found.color);
        if (best.light < SAME && best.color < SAME) break;
      }
      yield best;
    }
}

type Place = { top: number; left: number; down: number; right: number };

/** The mean difference of a block and of the one beside it; undefined where that is half outside. */
function apart(from: Impression, to: Impression, { top, left, down, right }: Place) {
  const { width, height } = from;
  const bottom = Math.min(top + BLOCK, height, height - down);
  const end = Math.min(left + BLOCK, width, width - right);
  const first = Math.max(top, -down);
  const begin = Math.max(left, -right);
  const count = Math.max(0, bottom - first) * Math.max(0, end - begin);
  const whole = (Math.min(top + BLOCK, height) - top) * (Math.min(left + BLOCK, width) - left);
  if (count < whole / 2) return undefined;
  const [light1, blue1, red1] = from.planes;
  const [light2, blue2, red2] = to.planes;
  let light = 0;
  let color = 0;
  for (let y = first; y < bottom; y++)
    for (let x = begin; x < end; x++) {
      const here = y * width + x;
      const there = (y + down) * width + x + right;
      light += Math.abs((light1[here] ?? 0) - (light2[there] ?? 0));
      const blue = (blue1[here] ?? 0) - (blue2[there] ?? 0);
      const red = (red1[here] ?? 0) - (red2[there] ?? 0);
      color += Math.sqrt(blue * blue + red * red);
    }
  return { light: light / count, color: color / count };
}

/**
 * What another machine may change, found by trying on four screens in both sizes. Hinting, dates and figures gave at
 * most 0.4, 5, 0.1 and 1; wholly other font families 2.4, 20.6, 0.33 and 5.6, the most where lines break on a phone.
 * A missing sidebar, table or page, lost or other colours and collapsed styles passed one limit or more, by 24, 0.6
 * or 10 at least.
 */
const MOST: Difference = { light: 3, worstLight: 22, color: 0.5, worstColor: 7 };

/** Where the difference is more than fonts, dates and figures make, in words; undefined where it is not. */
export function tooFar(found: Difference): string | undefined {
  const over = (Object.keys(MOST) as (keyof Difference)[]).filter((part) => found[part] > MOST[part]);
  const say = (part: keyof Difference) => `${part} ${found[part].toFixed(2)} (at most ${MOST[part]})`;
  return over.length > 0 ? over.map(say).join(", ") : undefined;
}
