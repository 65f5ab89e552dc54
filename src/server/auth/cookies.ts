import { encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { hostRules } from "@/lib/host-rules";
import { hostName } from "@/lib/school-host";
import type { SessionClaims } from "./session";
import { sessionCookieName } from "./session-token";

/** The token outlives every session row, which alone decides. */
export const MAX_AGE_SECONDS = 30 * 24 * 60 * 60;
/** As long as a hand-off may take, and its question. */
const HAND_OFF_SECONDS = 120;

/** The cookie that binds a hand-off to the browser that began it: the one cookie which all of our hosts see. */
export const HAND_OFF_COOKIE = "homeroom.hand-off";
/** The cookie of a visit that says whose address it goes back to. */
export const BACK_COOKIE = "homeroom.back";

/** A Set-Cookie line for a session at this host alone. */
export async function sessionCookie({ sessionId, accountId }: SessionClaims): Promise<string> {
  const token = await encode({
    token: { sessionId, accountId },
    secret: env().AUTH_SECRET,
    maxAge: MAX_AGE_SECONDS,
  });
  return line(sessionCookieName(), token, { maxAge: MAX_AGE_SECONDS });
}

/** A Set-Cookie line for the secret of a hand-off. A domain of one label is no domain to a browser: it is asked there. */
export function handOffCookie(secret: string): string {
  const domain = hostName(hostRules().appDomain);
  return line(HAND_OFF_COOKIE, secret, { maxAge: HAND_OFF_SECONDS, domain });
}

/** A Set-Cookie line for where a visit goes back to. */
export function backCookie(from: "platform" | "master"): string {
  return line(BACK_COOKIE, from, { maxAge: MAX_AGE_SECONDS });
}

function line(
  name: string,
  value: string,
  { maxAge, domain }: { maxAge: number; domain?: string | undefined },
) {
  const parts = [`${name}=${value}`, "Path=/", `Max-Age=${maxAge}`, "HttpOnly", "SameSite=Lax"];
  if (domain?.includes(".")) parts.push(`Domain=${domain}`);
  if (env().APP_URL.startsWith("https:")) parts.push("Secure");
  return parts.join("; ");
}
