import sharp, { type Sharp } from "sharp";
import { MAX_IMAGE_BYTES } from "@/domain/image-limits";
import { DomainError } from "@/server/errors";
import { type ImageKind, kindOf } from "./image-kind";

export type ImageBox = {
  width: number;
  height: number;
  /** `cover` fills the box and crops; `inside` keeps the whole picture and never enlarges it. */
  fit: "cover" | "inside";
};

/** A picture that we encoded ourselves: WebP, without metadata, alpha kept. */
export type EncodedImage = { bytes: Buffer; contentType: "image/webp"; width: number; height: number };

// What a picture takes while it is open: 32 million pixels are 128 MB.
const MAX_PIXELS = 32_000_000;
const MAX_SECONDS = 10;
const QUALITY = 88;

const LOADERS: Record<ImageKind, string> = {
  png: "VipsForeignLoadPng",
  jpeg: "VipsForeignLoadJpeg",
  webp: "VipsForeignLoadWebp",
  gif: "VipsForeignLoadNsgif",
  avif: "VipsForeignLoadHeif",
};

// Whatever the bytes say, none but these five ever opens them.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: Object.values(LOADERS) });
// Uploads are strangers to one another: nothing of one is kept for the next.
sharp.cache(false);

/**
 * The picture in the bytes, drawn anew: PNG, JPEG, WebP, AVIF or the first frame of a GIF, known by its content.
 * Throws BAD_REQUEST with what is wrong for anything else, and for what is broken, over 2 MB or over 32 megapixels.
 */
export async function reencodeImage(bytes: Uint8Array, box: ImageBox): Promise<EncodedImage> {
  if (bytes.byteLength > MAX_IMAGE_BYTES) throw refusal("tooLarge");
  const { data, info } = await draw(bytes, box, (picture) =>
    picture.webp({ quality: QUALITY, smartSubsample: true }),
  );
  return { bytes: data, contentType: "image/webp", width: info.width, height: info.height };
}

// A4 with 200 dots to the inch: small print is read still.
const PAGE = { width: 2_400, height: 2_400, fit: "inside" } as const;
const PAPER = "#ffffff";

/**
 * The picture of a sheet of paper, drawn anew as JPEG, which every program opens: as large as it needs to be read, what
 * was transparent white. Throws as `reencodeImage` does; how large the file may be is for who asks to check.
 */
export async function reencodeScan(bytes: Uint8Array): Promise<Buffer> {
  const { data } = await draw(bytes, PAGE, (picture) =>
    picture.flatten({ background: PAPER }).jpeg({ quality: QUALITY, progressive: true }),
  );
  return data;
}

async function draw(bytes: Uint8Array, box: ImageBox, encode: (picture: Sharp) => Sharp) {
  const kind = kindOf(bytes);
  if (kind === "svg" || kind === undefined) throw refusal(kind === "svg" ? "svg" : "unsupported");
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1 })
    .timeout({ seconds: MAX_SECONDS })
    .autoOrient()
    .resize({ ...box, withoutEnlargement: box.fit === "inside" });
  try {
    return await encode(picture).toBuffer({ resolveWithObject: true });
  } catch (error) {
    throw refusal(isOverPixels(error) ? "tooManyPixels" : "damaged");
  }
}

function refusal(reason: "tooLarge" | "svg" | "unsupported" | "tooManyPixels" | "damaged"): DomainError {
  return new DomainError("invalid", `image.${reason}`, { field: "content" });
}

function isOverPixels(error: unknown): boolean {
  return error instanceof Error && error.message.includes("exceeds pixel limit");
}
