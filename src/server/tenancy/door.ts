import { type HostPlace, hostName } from "@/lib/school-host";
import { findAtPlace, type HostSchool } from "../auth/session";
import { readSessionClaims } from "../auth/session-token";
import type { DoorState } from "./door-page";
import { placeOfRequest, sentTo } from "./request-host";
import { slugUrl, urlAt } from "./school-url";

/** What stands between a request and the application. */
export type Door =
  | { state: "open" }
  | { state: "moved"; url: string; isForGood: boolean }
  | { state: "missing"; school?: undefined }
  | { state: Exclude<DoorState, "missing">; school: HostSchool };

/** The ways in and out of a visit, which say themselves who may take them. */
const OF_VISITS = /^\/(api\/hand-off\/|arrive(?![^?]))/;

/**
 * Whether the address of a request leads to an open school, asked anew each time. A suspended school is open to an
 * administrator of the platform who visits it. What lets a request pass here lets nobody see anything: every page and
 * procedure asks again.
 */
export async function doorOf(headers: Headers, path: string): Promise<Door> {
  const place = placeOfRequest(headers);
  if (place.kind === "shared" || place.kind === "apex") return { state: "open" };
  const { school } = await findAtPlace(place, undefined);
  if (!school) return { state: "missing" };
  const moved =
    place.kind === "slug" && isNavigation(headers, path) && (await movedTo(school, headers, path));
  if (moved) return moved;
  const { status } = school;
  if (status === "active") return { state: "open" };
  if (status === "suspended" && (OF_VISITS.test(path) || (await isVisitor(place, headers))))
    return { state: "open" };
  return { state: status, school };
}

// What an open page asks for by itself goes on being answered where the page came from.
function isNavigation(headers: Headers, path: string): boolean {
  return !path.startsWith("/api/") && (headers.get("sec-fetch-mode") ?? "navigate") === "navigate";
}

/** The way from an address of old; who is signed in is carried over. */
async function movedTo(school: HostSchool, headers: Headers, path: string): Promise<Door | undefined> {
  const url = slugUrl({ slug: school.slug, isMaster: school.kind === "master" }, path);
  if (hostName(new URL(url).host) === hostName(sentTo(headers))) return undefined;
  if ((await readSessionClaims(headers)) === undefined) return { state: "moved", url, isForGood: true };
  // Absolute: the proxy takes no other.
  const way = urlAt(sentTo(headers) ?? "", `/api/hand-off?${new URLSearchParams({ to: path })}`);
  return { state: "moved", url: way, isForGood: false };
}

async function isVisitor(place: HostPlace, headers: Headers): Promise<boolean> {
  const claims = await readSessionClaims(headers);
  return claims !== undefined && (await findAtPlace(place, claims)).session !== undefined;
}
