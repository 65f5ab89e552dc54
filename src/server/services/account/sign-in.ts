import { z } from "zod";
import { sessions } from "@/db/schema/core/accounts";
import { atGate } from "@/db/scope";
import { signInInput } from "@/domain/account";
import { newId } from "@/lib/ids";
import { verifyPassword } from "@/lib/password-hash";
import { DomainError } from "@/server/errors";
import { recordGateEvents } from "../audit";
import { lifetimeOf } from "./lifetimes";
import { countPasswordAttempt, forgivePasswordAttempt } from "./limits";
import { findAccount, findMembership, findPasswordHash, gateActor, type Visitor } from "./queries";

const input = signInInput.extend({ keepSignedIn: z.boolean().default(false) });

/**
 * Opens a session of 30 days when it shall be kept, else of 12 hours. Unknown e-mail and wrong password get the
 * same answer after the same work; what else stands in the way is said only to who knows the password. At a school's
 * own address, named by `organizationId`, that is also the answer to everybody who is no member of it.
 */
export async function signIn(
  given: z.input<typeof input>,
  visitor: Visitor,
  kind: "browser" | "api" = "browser",
  organizationId: string | null = null,
): Promise<{ sessionId: string; accountId: string }> {
  const { email, password, keepSignedIn } = input.parse(given);
  await countPasswordAttempt(email, visitor.ipAddress);
  const { account, passwordHash, membership } = await atGate({ email }, async (tx) => {
    const found = await findAccount(tx, email);
    // An id that nobody has keeps the work the same where there is no account.
    const accountId = found?.id ?? newId();
    await tx.name({ accountId });
    const [hash, place] = await Promise.all([findPasswordHash(tx, accountId), findMembership(tx, accountId)]);
    return { account: found, passwordHash: hash, membership: place };
  });
  const matches = await verifyPassword(passwordHash, password);
  const belongs = organizationId === null || membership?.organizationId === organizationId;
  if (!matches || !account || !passwordHash || !belongs)
    throw new DomainError("unauthorized", "signIn.refused");
  if (!account.emailVerifiedAt) throw new DomainError("unauthorized", "signIn.unverified");
  await forgivePasswordAttempt(email, visitor.ipAddress);
  const lifetime = lifetimeOf(keepSignedIn);
  return openSession({ account, passwordHash, lifetime, visitor, kind, organizationId });
}

async function openSession(opening: {
  account: { id: string; name: string; email: string };
  passwordHash: string;
  lifetime: number;
  visitor: Visitor;
  kind: "browser" | "api";
  organizationId: string | null;
}): Promise<{ sessionId: string; accountId: string }> {
  const { account, passwordHash, lifetime, visitor, kind, organizationId } = opening;
  const sessionId = newId();
  await atGate({ accountId: account.id, sessionId }, async (tx) => {
    // A password that was changed meanwhile has ended all sessions: none may be born of the old one after that.
    if ((await findPasswordHash(tx, account.id, true)) !== passwordHash)
      throw new DomainError("unauthorized", "signIn.refused");
    await tx.db.insert(sessions).values({
      id: sessionId,
      accountId: account.id,
      expiresAt: new Date(Date.now() + lifetime),
      ipAddress: visitor.ipAddress,
      userAgent: visitor.userAgent,
      kind,
      organizationId,
    });
    const membership = await findMembership(tx, account.id);
    const actor = gateActor(account, membership, visitor);
    await recordGateEvents(tx, actor, membership?.organizationId ?? null, [
      { action: "account.signed_in", subject: { type: "session", id: sessionId, name: account.email } },
    ]);
  });
  return { sessionId, accountId: account.id };
}
