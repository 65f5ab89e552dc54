import { fileToBase64 } from "@/components/file-to-base64";

/** Sharp at twice the size that is kept; a telephone's picture of some megabytes becomes some kilobytes. */
const SIDE = 512;

/** The middle square of a picture in base64; one that this browser cannot draw as it is, for the server to judge. */
export async function squarePhoto(file: Blob): Promise<string> {
  const square = await draw(file).catch(() => undefined);
  return fileToBase64(square ?? file);
}

async function draw(file: Blob): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(file);
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.min(side, SIDE);
  canvas.height = canvas.width;
  const left = (bitmap.width - side) / 2;
  const top = (bitmap.height - side) / 2;
  const pen = canvas.getContext("2d");
  pen?.drawImage(bitmap, left, top, side, side, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/webp", 0.9));
}
