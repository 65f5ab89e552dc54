import { secondsLeft } from "@/server/adapters/storage/signed-url";
import { storage } from "@/server/adapters/storage/storage";

// Only what we encoded ourselves is shown in place; anything else is saved, whatever it calls itself.
const SHOWN: Record<string, string> = { webp: "image/webp" };

const SANDBOX = {
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
};

/** The bytes of a stored file, for whoever has an address that we signed and that is still good. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ key: string[] }> },
): Promise<Response> {
  const key = (await params).key.join("/");
  const { searchParams } = new URL(request.url);
  const left = secondsLeft(key, {
    expires: searchParams.get("expires"),
    signature: searchParams.get("signature"),
  });
  const file = left === undefined ? undefined : await storage().get(key);
  if (!file) {
    const headers = { ...SANDBOX, "cache-control": "private, no-store" };
    return new Response(null, { status: 404, headers });
  }
  const type = SHOWN[key.slice(key.lastIndexOf(".") + 1)];
  return new Response(file.stream, {
    headers: {
      "content-type": type ?? "application/octet-stream",
      "content-length": String(file.size),
      "content-disposition": type ? "inline" : "attachment",
      ...SANDBOX,
      "cache-control": `private, max-age=${left}, immutable`,
    },
  });
}
