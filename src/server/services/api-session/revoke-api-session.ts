import { signOut, type Visitor } from "../account";
import { readAccessToken } from "./access-token";
import { findRefreshToken } from "./refresh-api-session";

/** Ends the session that an access or refresh token belongs to; one that belongs to none changes nothing. */
export async function revokeApiSession(token: string, visitor: Visitor): Promise<void> {
  const held = (await findRefreshToken(token)) ?? (await readAccessToken(token));
  if (held) await signOut(held, visitor);
}
