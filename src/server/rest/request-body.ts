import { findJsonError } from "./json-place";
import { Problem } from "./problem";

const MAX_BYTES = 1_000_000;
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** The JSON of a request's body; throws the problem of one that is too long, of another type, or malformed. */
export async function readJsonBody(request: Request): Promise<{ text: string; value: unknown }> {
  if (!JSON_TYPE.test(request.headers.get("content-type") ?? "")) throw new Problem("not-json");
  const text = await readText(request);
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    const { line, column } = findJsonError(text);
    throw new Problem("malformed-json", { values: { line, column } });
  }
}

async function readText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  if (!reader) return "";
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > MAX_BYTES) {
      await reader.cancel();
      throw new Problem("too-large");
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString("utf8");
}
