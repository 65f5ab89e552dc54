import type { OrganizationActor } from "@/db/scope";
import type { AuditVia } from "@/domain/audit-list";
import type { Permission } from "@/domain/permissions";
import { SHOWN_SCHOOL_HEADER } from "@/domain/shown-school";
import type { HostPlace } from "@/lib/school-host";
import { actorOf, findAtPlace, type HostSchool, type Session, type SessionClaims } from "./auth/session";
import { readSessionClaims } from "./auth/session-token";
import { clientAddress } from "./client-address";
import { placeOfRequest } from "./tenancy/request-host";

/**
 * Where a request came: the one address of all schools (`shared`), the platform's beside those of the schools
 * (`apex`), a school's own, or none that is known.
 */
export type RequestPlace =
  | { kind: "shared" | "apex" | "unknown"; school?: undefined }
  | { kind: "school"; school: HostSchool };

/** What is known of a request: understood once, before any procedure. */
export type Context = {
  place: RequestPlace;
  session: Session | undefined;
  /** The school whose pages are shown: the one that is visited, else the person's own, else that of the address. */
  school: Session["organization"];
  /** Set where the person is active in an active school. */
  actor: OrganizationActor | undefined;
  /** The school that the calling page was loaded for, where it says so. */
  shownSchoolId: string | null;
  /** Set where a key for other programs is used: what it may of what `actor`, its maker, may. */
  permissions?: ReadonlySet<Permission>;
  ipAddress: string | null;
  userAgent: string | null;
  via?: AuditVia;
};

/** Understands a request from its headers: one round trip where it came to a school's address or carries a session. */
export async function createContext(headers: Headers): Promise<Context> {
  return createContextWith(headers, await readSessionClaims(headers), {
    shownSchoolId: headers.get(SHOWN_SCHOOL_HEADER),
  });
}

/** As `createContext`, for claims that came by another way than the cookie. */
export async function createContextWith(
  headers: Headers,
  claims: SessionClaims | undefined,
  from: Partial<Pick<Context, "shownSchoolId" | "via">>,
): Promise<Context> {
  const place = placeOfRequest(headers);
  const { school, session } = await findAtPlace(place, claims);
  return contextFor(session, {
    ...from,
    place: requestPlace(place, school),
    ipAddress: clientAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, 400) ?? null,
  });
}

/** The context of a session that is known already; without a place, at the one address of all schools. */
export function contextFor(
  session: Session | undefined,
  from: Pick<Context, "ipAddress" | "userAgent"> & Partial<Pick<Context, "shownSchoolId" | "place" | "via">>,
): Context {
  const { place = { kind: "shared" } } = from;
  return {
    shownSchoolId: null,
    ...from,
    place,
    session,
    school: session?.entered?.organization ?? session?.organization ?? place.school ?? null,
    actor: session && actorOf(session, from),
  };
}

function requestPlace({ kind }: HostPlace, school: HostSchool | undefined): RequestPlace {
  if (kind === "shared" || kind === "apex") return { kind };
  return school ? { kind: "school", school } : { kind: "unknown" };
}
