import type { OrganizationActor } from "@/db/scope";
import { SHOWN_SCHOOL_HEADER } from "@/domain/shown-school";
import { actorOf, findSession, type Session } from "./auth/session";
import { readSessionClaims } from "./auth/session-token";
import { clientAddress } from "./client-address";

/** What is known of a request: understood once, before any procedure. */
export type Context = {
  session: Session | undefined;
  /** The school whose pages are shown: the one that is visited, else the person's own. */
  school: Session["organization"];
  /** Set where the person is active in an active school. */
  actor: OrganizationActor | undefined;
  /** The school that the calling page was loaded for, where it says so. */
  shownSchoolId: string | null;
  ipAddress: string | null;
  userAgent: string | null;
};

/** Understands a request from its headers: one round trip where it carries a session, none where it does not. */
export async function createContext(headers: Headers): Promise<Context> {
  const claims = await readSessionClaims(headers);
  return contextFor(claims && (await findSession(claims)), {
    ipAddress: clientAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, 400) ?? null,
    shownSchoolId: headers.get(SHOWN_SCHOOL_HEADER),
  });
}

/** The context of a session that is known already. */
export function contextFor(
  session: Session | undefined,
  from: { ipAddress: string | null; userAgent: string | null; shownSchoolId?: string | null },
): Context {
  return {
    shownSchoolId: null,
    ...from,
    session,
    school: session?.entered?.organization ?? session?.organization ?? null,
    actor: session && actorOf(session, from.ipAddress),
  };
}
