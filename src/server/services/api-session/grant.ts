import { and, eq, lt, sql } from "drizzle-orm";
import { refreshTokens } from "@/db/schema/core/programs";
import { atGate, type GateTx } from "@/db/scope";
import { DAY } from "@/lib/duration";
import { newId } from "@/lib/ids";
import { createToken } from "@/lib/tokens";
import { ACCESS_SECONDS, type AccessClaims, signAccessToken } from "./access-token";

/** What a program is given, named as OAuth names it. */
export type Grant = {
  access_token: string;
  token_type: "Bearer";
  expires_in: number;
  refresh_token: string;
};

/** As long as the session, which decides. */
const REFRESH_DAYS = 30;

/** An access token with this refresh token beside it. */
export async function grantOf(claims: AccessClaims, refreshToken: string): Promise<Grant> {
  return {
    access_token: await signAccessToken(claims),
    token_type: "Bearer",
    expires_in: ACCESS_SECONDS,
    refresh_token: refreshToken,
  };
}

/** The first tokens of a session; those of the account whose time is over go. */
export async function firstGrant(claims: AccessClaims): Promise<Grant> {
  const { accountId } = claims;
  const token = await atGate({ accountId }, async (tx) => {
    await tx.db
      .delete(refreshTokens)
      .where(and(eq(refreshTokens.accountId, accountId), lt(refreshTokens.expiresAt, sql`now()`)));
    return addRefreshToken(tx, claims);
  });
  return grantOf(claims, token);
}

/** Adds a refresh token to the session of an account that the transaction has named; the table holds its hash. */
export async function addRefreshToken(
  tx: GateTx,
  { sessionId, accountId }: Pick<AccessClaims, "sessionId" | "accountId">,
): Promise<string> {
  const { token, hash } = createToken();
  await tx.db.insert(refreshTokens).values({
    id: newId(),
    accountId,
    sessionId,
    tokenHash: hash,
    expiresAt: new Date(Date.now() + REFRESH_DAYS * DAY),
  });
  return token;
}
