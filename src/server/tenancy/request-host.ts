import { env } from "@/lib/env";
import { hostRules } from "@/lib/host-rules";
import { type HostPlace, placeOfHost } from "@/lib/school-host";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The host that a request was sent to, as its client or, behind a proxy that is trusted, that proxy says. */
export function sentTo(headers: Headers): string | null {
  // The last one is what our own proxy wrote.
  const forwarded = env().TRUST_PROXY && headers.get("x-forwarded-host")?.split(",").at(-1)?.trim();
  return forwarded || headers.get("host");
}

/** What the host of a request stands for. */
export function placeOfRequest(headers: Headers): HostPlace {
  return placeOfHost(sentTo(headers), hostRules());
}

/**
 * The host that a request is answered for: the one it was sent to where that is ours or a school's, else the one of
 * APP_URL. With one address for all, that and, without TLS, the machine's own names are ours.
 */
export function requestHost(headers: Headers): string {
  const app = new URL(env().APP_URL);
  const given = sentTo(headers);
  const url = given ? URL.parse(`${app.protocol}//${given}`) : null;
  if (!url || url.host !== given) return app.host;
  const { kind } = placeOfRequest(headers);
  if (kind === "unknown") return app.host;
  if (kind !== "shared") return url.host;
  const own = url.host === app.host || (app.protocol === "http:" && LOOPBACK.has(url.hostname));
  return own ? url.host : app.host;
}
