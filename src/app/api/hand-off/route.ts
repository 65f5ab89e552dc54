import { safeReturnPath } from "@/lib/return-path";
import { hostName } from "@/lib/school-host";
import { createToken, hashToken, isToken } from "@/lib/tokens";
import { HAND_OFF_COOKIE, handOffCookie } from "@/server/auth/cookies";
import type { HostSchool } from "@/server/auth/session";
import { readCookie } from "@/server/auth/session-token";
import { createContext } from "@/server/context";
import { beginHandOff, bindHandOff } from "@/server/services/account";
import { placeOfRequest, sentTo } from "@/server/tenancy/request-host";
import { schoolUrl, slugUrl } from "@/server/tenancy/school-url";
import { leadTo } from "./lead-to";

/**
 * Leads somebody signed in to their own school's address, or by the link of a visit to the school that they visit;
 * the browser is given what that address will ask of it.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const to = safeReturnPath(searchParams.get("to"));
  const context = await createContext(request.headers);
  const { session, place } = context;
  const present = place.school && presentUrl(place.school);
  if (!session) return leadTo(`${present ?? ""}/sign-in?${new URLSearchParams({ callbackUrl: to })}`);
  const visit = searchParams.get("token");
  const isHere = place.kind === "shared" || isAt(present, request.headers);
  if (visit === null && isHere) return leadTo(to);
  const kept = readCookie(request.headers, HAND_OFF_COOKIE);
  const secret = kept && isToken(kept) ? kept : createToken().token;
  const bindingHash = hashToken(secret);
  const way =
    visit === null
      ? await beginHandOff({ session }, bindingHash)
      : await bindHandOff({ session }, visit, bindingHash);
  if (!way) return leadTo("/");
  const path = `/api/hand-off/arrive?${new URLSearchParams({ token: way.token, to })}`;
  // A visit keeps to the address that our cookie reaches.
  const url = visit === null ? schoolUrl(way.address, path) : slugUrl(way.address, path);
  return leadTo(url, [handOffCookie(secret)]);
}

/** The origin of a school's present address under the platform's domain. */
function presentUrl({ slug, kind }: HostSchool): string {
  return new URL(slugUrl({ slug, isMaster: kind === "master" }, "/")).origin;
}

function isAt(origin: string | undefined, headers: Headers): boolean {
  // By a domain of its own too: only a name of old is left behind.
  return (
    origin !== undefined &&
    (placeOfRequest(headers).kind !== "slug" || hostName(new URL(origin).host) === hostName(sentTo(headers)))
  );
}
