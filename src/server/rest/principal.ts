import { type Context, createContextWith } from "../context";
import { findKeyHolder } from "../services/api-key";
import { type Asking, readAccessToken } from "../services/api-session";
import { placeOfRequest } from "../tenancy/request-host";
import { Problem } from "./problem";

/** Who asks: what the procedures know of them, and the name by which they are counted. */
export type Principal = { context: Context; name: string };

const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;
const REALM = 'Bearer realm="homeroom"';

/** The bearer of a request, an API key or an access token; a cookie is never looked at. Throws where there is none. */
export async function findPrincipal(headers: Headers): Promise<Principal> {
  const given = headers.get("authorization");
  if (given === null) throw new Problem("sign-in", { headers: { "www-authenticate": REALM } });
  const token = BEARER.exec(given)?.[1] ?? "";
  const found = token.startsWith("hr_") ? await ofKey(token, headers) : await ofSession(token, headers);
  if (found) return found;
  throw new Problem("invalid-token", { headers: { "www-authenticate": `${REALM}, error="invalid_token"` } });
}

async function ofSession(token: string, headers: Headers): Promise<Principal | undefined> {
  const claims = await readAccessToken(token);
  if (!claims) return undefined;
  const context = await createContextWith(headers, claims, { via: "api" });
  const { session } = context;
  // Its person may have gone to another school since.
  if (!session || session.organization?.id !== claims.organizationId) return undefined;
  return { context, name: `session:${session.id}` };
}

async function ofKey(token: string, headers: Headers): Promise<Principal | undefined> {
  const visitor = await createContextWith(headers, undefined, { via: "api" });
  const { place, ipAddress, userAgent } = visitor;
  const holder = await findKeyHolder(token, { ipAddress, userAgent, via: "api" });
  if (!holder) return undefined;
  const { id, actor, permissions } = holder;
  if (place.school && place.school.id !== actor.organizationId) return undefined;
  return { context: { ...visitor, actor, permissions }, name: `key:${id}` };
}

/** Where a request came to, for who has no token yet. */
export function askingOf(headers: Headers, { ipAddress, userAgent, place }: Context): Asking {
  const organizationId = place.school?.id ?? null;
  return { ipAddress, userAgent, via: "api", place: placeOfRequest(headers), organizationId };
}
