import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "@/lib/env";
import { safeReturnPath } from "@/lib/return-path";
import { clientAddress } from "../client-address";
import { DomainError } from "../errors";
import { logger } from "../logger";
import { signIn, signOut } from "../services/account";
import { MAX_AGE_SECONDS } from "./cookies";
import { claimsSchema, readSessionClaims, sessionCookieName } from "./session-token";
import { encodeRefusal } from "./sign-in-refusal";

/**
 * next-auth with our sessions: it keeps the cookie, `core.sessions` says what the cookie is worth. At a school's own
 * address, named by `organizationId`, its members alone sign in.
 */
export function authOptions(organizationId: string | null): AuthOptions {
  const secure = env().APP_URL.startsWith("https:");
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: MAX_AGE_SECONDS },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in", verifyRequest: "/sign-in" },
    providers: [
      Credentials({
        credentials: {},
        authorize: (given, request) => authorize(given, request.headers, organizationId),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user
          ? { sessionId: user.sessionId, accountId: user.id }
          : { sessionId: token.sessionId, accountId: token.accountId },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + safeReturnPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    events: {
      async signOut({ token }) {
        const claims = claimsSchema.safeParse(token);
        if (claims.success) await signOut(claims.data);
      },
    },
    logger: {
      error: (code, metadata) => logger().error({ code, metadata }, "next-auth"),
      warn: (code) => logger().warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

const formSchema = z.object({
  email: z.string(),
  password: z.string(),
  keepSignedIn: z.string().optional(),
});

async function authorize(
  given: unknown,
  sent: Record<string, string> | undefined,
  organizationId: string | null,
) {
  const headers = new Headers(sent);
  const form = formSchema.safeParse(given);
  if (!form.success) return null;
  const { email, password, keepSignedIn } = form.data;
  try {
    const visitor = {
      ipAddress: clientAddress(headers),
      userAgent: headers.get("user-agent")?.slice(0, 400) ?? null,
    };
    const wanted = { email, password, keepSignedIn: keepSignedIn === "true" };
    const opened = await signIn(wanted, visitor, "browser", organizationId);
    // Signing in again on the same device does not leave its last session open behind it.
    const previous = await readSessionClaims(headers);
    if (previous) await signOut(previous, visitor);
    return { id: opened.accountId, sessionId: opened.sessionId };
  } catch (error) {
    if (error instanceof DomainError) throw new Error(encodeRefusal(error));
    if (error instanceof z.ZodError) return null;
    logger().error({ err: error }, "sign-in failed");
    throw new Error("internal");
  }
}
