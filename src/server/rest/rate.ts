import { type Limit, type Standing, takeAttempt } from "../rate-limit";
import { Problem } from "./problem";

/** Requests of one key or session, and of one network address that asks for tokens. */
const BY_PRINCIPAL: Limit = { name: "api-principal", points: 600, seconds: 60 };
const BY_ADDRESS: Limit = { name: "api-address", points: 120, seconds: 60 };

/** Counts one request; the headers tell where the caller stands. Throws where the minute's are used up. */
export async function countRequest(by: { principal: string } | { address: string }) {
  if ("principal" in by) return headersOf(BY_PRINCIPAL, await takeAttempt(BY_PRINCIPAL, by.principal));
  return headersOf(BY_ADDRESS, await takeAttempt(BY_ADDRESS, by.address));
}

/** `RateLimit-*` of draft-ietf-httpapi-ratelimit-headers-06, which clients know. */
function headersOf(
  { points, seconds }: Limit,
  { isOver, remaining, reset }: Standing,
): Record<string, string> {
  const headers = {
    "ratelimit-limit": String(points),
    "ratelimit-remaining": String(remaining),
    "ratelimit-reset": String(reset),
    "ratelimit-policy": `${points};w=${seconds}`,
  };
  if (isOver)
    throw new Problem("too-many-requests", {
      values: { seconds: reset },
      headers: { ...headers, "retry-after": String(reset) },
    });
  return headers;
}
