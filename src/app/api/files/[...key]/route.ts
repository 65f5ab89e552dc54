import { secondsLeft } from "@/server/adapters/storage/signed-url";
import { storage } from "@/server/adapters/storage/storage";

// Only what we encoded ourselves is shown in place; anything else is saved, whatever it calls itself.
const SHOWN: Record<string, string> = { webp: "image/webp" };
/** What is saved under a name of its own. */
const SAVED: Record<string, string> = { pdf: "application/pdf", jpg: "image/jpeg", webp: "image/webp" };

const SANDBOX = {
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
};
const NOT_KEPT = { "cache-control": "private, no-store" };

/** The bytes of a stored file, for whoever has an address that we signed and that is still good. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ key: string[] }> },
): Promise<Response> {
  const key = (await params).key.join("/");
  const { searchParams } = new URL(request.url);
  const saveAs = searchParams.get("as") ?? undefined;
  const left = secondsLeft(key, {
    expires: searchParams.get("expires"),
    signature: searchParams.get("signature"),
    saveAs,
  });
  const file = left === undefined ? undefined : await storage().get(key);
  if (!file) return new Response(null, { status: 404, headers: { ...SANDBOX, ...NOT_KEPT } });
  const ending = key.slice(key.lastIndexOf(".") + 1);
  const type = (saveAs === undefined ? SHOWN : SAVED)[ending];
  return new Response(file.stream, {
    headers: {
      "content-type": type ?? "application/octet-stream",
      "content-length": String(file.size),
      "content-disposition": dispositionOf(saveAs, type),
      ...SANDBOX,
      ...(saveAs === undefined ? { "cache-control": `private, max-age=${left}, immutable` } : NOT_KEPT),
    },
  });
}

function dispositionOf(saveAs: string | undefined, type: string | undefined): string {
  if (saveAs === undefined) return type ? "inline" : "attachment";
  // RFC 8187: beside what `encodeURIComponent` leaves, these are no characters of a value.
  const name = encodeURIComponent(saveAs).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename*=UTF-8''${name}`;
}
