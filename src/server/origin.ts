import { sentTo } from "./tenancy/request-host";

/**
 * Whether a state-changing request comes from our own pages: its Origin names the host it was sent to. Browsers
 * send Origin with every POST; a request without one is no browser's and carries no cookie that it did not choose.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") !== "cross-site";
  const url = URL.parse(origin);
  return url !== null && url.host === sentTo(headers);
}
