import type { OrganizationActor } from "@/db/scope";
import type { HostPlace } from "@/lib/school-host";
import { actorOf, findAtPlace, type SessionClaims } from "@/server/auth/session";
import type { Visitor } from "../account";

/** Where a program's request came to, the school whose own address that is, and where it came from. */
export type Asking = Visitor & { place: HostPlace; organizationId: string | null };

/** Who acts in a session at the address that was asked; undefined where it is of no use there, or of none any more. */
export async function findActor(
  claims: SessionClaims,
  asking: Asking,
): Promise<OrganizationActor | undefined> {
  const { session } = await findAtPlace(asking.place, claims);
  return session && !session.entered ? actorOf(session, asking) : undefined;
}
