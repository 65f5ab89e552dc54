import { createHash } from "node:crypto";
import { decodeProtectedHeader, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";

/** What an access token says: whose session, for which school. Whether that still holds is looked up each time. */
export type AccessClaims = { sessionId: string; accountId: string; organizationId: string };

export const ACCESS_SECONDS = 15 * 60;

const payloadSchema = z.object({ sub: z.uuid(), sid: z.uuid(), aud: z.uuid() });

/** Signs an access token of 15 minutes with the first secret of JWT_SECRET. */
export async function signAccessToken({
  sessionId,
  accountId,
  organizationId,
}: AccessClaims): Promise<string> {
  const [{ kid, key }] = signingKeys();
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid })
    .setIssuer(env().APP_URL)
    .setSubject(accountId)
    .setAudience(organizationId)
    .setJti(newId())
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_SECONDS}s`)
    .sign(key);
}

/** The claims of a token that one of our secrets has signed and whose time is not over; undefined for any other. */
export async function readAccessToken(token: string): Promise<AccessClaims | undefined> {
  try {
    const { kid } = decodeProtectedHeader(token);
    const known = signingKeys().find((each) => each.kid === kid);
    if (!known) return undefined;
    const { payload } = await jwtVerify(token, known.key, {
      algorithms: ["HS256"],
      typ: "at+jwt",
      issuer: env().APP_URL,
    });
    const { sub, sid, aud } = payloadSchema.parse(payload);
    return { sessionId: sid, accountId: sub, organizationId: aud };
  } catch {
    return undefined;
  }
}

type SigningKey = { kid: string; key: Uint8Array };

function signingKeys(): [SigningKey, ...SigningKey[]] {
  const [first = "", ...others] = env().JWT_SECRET;
  return [keyOf(first), ...others.map(keyOf)];
}

// The name tells the secrets apart; eight figures of a hash of 256 random bits give nothing of them away.
function keyOf(secret: string): SigningKey {
  const kid = createHash("sha256").update(`kid ${secret}`, "utf8").digest("hex").slice(0, 8);
  return { kid, key: new TextEncoder().encode(secret) };
}
