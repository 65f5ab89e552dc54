import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import type { SessionClaims } from "./session";

/** The claims of our tokens. */
export const claimsSchema = z.object({ sessionId: z.string(), accountId: z.string() });

/** The cookie that carries the session's token: `__Host-` where the site is served over TLS. */
export function sessionCookieName(): string {
  return env().APP_URL.startsWith("https:") ? "__Host-homeroom.session" : "homeroom.session";
}

/** Reads the signed token of the request's cookie; undefined where there is none, or where it is forged or out of date. */
export async function readSessionClaims(headers: Headers): Promise<SessionClaims | undefined> {
  const token = readCookie(headers, sessionCookieName());
  if (!token) return undefined;
  const claims = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null);
  return claimsSchema.safeParse(claims).data;
}

/** The value of a request's cookie; undefined where there is none. */
export function readCookie(headers: Headers, name: string): string | undefined {
  const pair = headers
    .get("cookie")
    ?.split("; ")
    .find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
