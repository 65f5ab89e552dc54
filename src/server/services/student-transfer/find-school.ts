import type { OrganizationActor } from "@/db/scope";
import { hostRules } from "@/lib/host-rules";
import { type HostPlace, placeOfHost } from "@/lib/school-host";
import { findAtPlace } from "@/server/auth/session";
import { DomainError } from "@/server/errors";
import { countAttempt, type Limit } from "@/server/rate-limit";

export type FoundSchool = { id: string; name: string };

// Enough for whoever types, too little to find out who is on the platform.
const CHECKS: Limit = { name: "school-by-address", points: 30, seconds: 10 * 60 };

/**
 * The school that another one means by its address: its name on the platform, a host of its own, or a page of it.
 * Throws one and the same refusal for one that is unknown, closed or not open yet, and TOO_MANY where it is asked too
 * often: a school sees no list of the others.
 */
export async function findSchoolByAddress(
  actor: OrganizationActor,
  { address }: { address: string },
): Promise<FoundSchool> {
  await countAttempt(CHECKS, actor.organizationId);
  const { school } = await findAtPlace(placeOfAddress(address), undefined);
  if (school?.status !== "active") throw refused("studentTransfer.schoolUnknown");
  if (school.id === actor.organizationId) throw refused("studentTransfer.sameSchool");
  return { id: school.id, name: school.name };
}

function refused(key: string): DomainError {
  return new DomainError("invalid", key, { field: "address" });
}

/** Where all schools share one address, this page is the only address that names one. */
const PUBLIC_PAGE = /^\/schools\/([^/]+)/;

function placeOfAddress(address: string): HostPlace {
  if (!/[.:/]/.test(address)) return { kind: "slug", slug: address };
  const url = URL.parse(/^https?:\/\//.test(address) ? address : `https://${address}`);
  const slug = PUBLIC_PAGE.exec(url?.pathname ?? "")?.[1];
  return slug === undefined ? placeOfHost(url?.host, hostRules()) : { kind: "slug", slug };
}
