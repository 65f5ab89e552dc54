import type { OrganizationActor } from "@/db/scope";
import { actorOf, findSession, type Session } from "./auth/session";
import { readSessionClaims } from "./auth/session-token";
import { clientAddress } from "./client-address";

/** What is known of a request: understood once, before any procedure. */
export type Context = {
  session: Session | undefined;
  /** Set where the person is active in an active school. */
  actor: OrganizationActor | undefined;
  ipAddress: string | null;
  userAgent: string | null;
};

/** Understands a request from its headers: one round trip where it carries a session, none where it does not. */
export async function createContext(headers: Headers): Promise<Context> {
  const claims = await readSessionClaims(headers);
  return contextFor(claims && (await findSession(claims)), {
    ipAddress: clientAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, 400) ?? null,
  });
}

/** The context of a session that is known already. */
export function contextFor(
  session: Session | undefined,
  from: { ipAddress: string | null; userAgent: string | null },
): Context {
  return { session, actor: session && actorOf(session, from.ipAddress), ...from };
}
