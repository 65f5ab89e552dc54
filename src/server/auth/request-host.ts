import { env } from "@/lib/env";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The host that a request is answered for: the one it was sent to where that is ours, else the one of APP_URL. On a
 * site without TLS the machine's own names count as ours. A forwarded host is never asked.
 */
export function requestHost(headers: Headers): string {
  const app = new URL(env().APP_URL);
  const given = headers.get("host");
  const url = given ? URL.parse(`${app.protocol}//${given}`) : null;
  if (!url || url.host !== given) return app.host;
  const own = url.host === app.host || (app.protocol === "http:" && LOOPBACK.has(url.hostname));
  return own ? url.host : app.host;
}
