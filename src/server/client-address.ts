import { env } from "@/lib/env";

/**
 * The client's address as the trusted proxy tells it: the last entry of X-Forwarded-For, which the proxy itself
 * wrote. Null without such a proxy: a header that anyone can send is no address.
 */
export function clientAddress(headers: Headers): string | null {
  if (!env().TRUST_PROXY) return null;
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last && /^[0-9a-fA-F.:]{3,45}$/.test(last) ? last : null;
}
