import { eq } from "drizzle-orm";
import { schoolInvitations } from "@/db/schema/core/onboarding";
import { type Actor, atGate, type Origin, onPlatform } from "@/db/scope";
import { normalisePassword } from "@/domain/account";
import type { AcceptSchoolInput } from "@/domain/onboarding";
import { hashPassword } from "@/lib/password-hash";
import { hashToken } from "@/lib/tokens";
import { DomainError, notFound } from "@/server/errors";
import {
  countLinkAttempt,
  countPasswordAttempt,
  findOrCreateAccount,
  forgivePasswordAttempt,
  proveAccount,
} from "../account";
import { recordPlatformEvents } from "../audit";
import { getJoinProgress, type JoinedSchool } from "./get-join-progress";
import { openSchool } from "./open-school";
import { openSchoolInvitation } from "./open-school-invitation";
import { findInvitation, type LockedInvitation, lockInvitation, subjectOf } from "./queries";

/**
 * Makes the link's holder the first admin of a new school, all of it or nothing, once, however often and at once it is
 * tried: whoever comes later is told of the school that is there. A new address gets an account with the password, a
 * known one must give its own. Throws CONFLICT `slug.taken`, and `schoolInvitation.elsewhere` where the account belongs
 * to another school.
 */
export async function acceptSchoolInvitation(input: AcceptSchoolInput, from: Origin): Promise<JoinedSchool> {
  const { ipAddress } = from;
  await countLinkAttempt(ipAddress);
  const { email, status, account } = await openSchoolInvitation(input);
  if (status === "accepted") return getJoinProgress(input);
  // Only where there is a password to guess.
  const isKnown = account.has !== "nothing";
  if (isKnown) await countPasswordAttempt(email, ipAddress);
  const tokenHash = hashToken(input.token);
  const claim = { email, name: input.name, password: normalisePassword(input.password) };
  const { id, accountId } = await atGate({ tokenHash, email }, async (tx) => ({
    ...(await findInvitation(tx, tokenHash)),
    ...(await proveAccount(tx, claim)),
  }));
  if (isKnown) await forgivePasswordAttempt(email, ipAddress);
  const passwordHash = accountId === null ? await hashPassword(claim.password) : undefined;
  const visitor: Actor = { ...from, accountId, userId: null, name: input.name || email, role: "ORG_ADMIN" };
  await onPlatform(visitor, async (tx) => {
    const invitation = await lockInvitation(tx, id);
    if (invitation.status === "accepted") return;
    refuseClosed(invitation, tokenHash);
    const owner = await findOrCreateAccount(tx, { email, name: input.name, passwordHash });
    const organizationId = await openSchool(tx, { invitation, input, owner });
    await tx.db
      .update(schoolInvitations)
      .set({ status: "accepted", closedAt: new Date(), organizationId })
      .where(eq(schoolInvitations.id, id));
    const after = { organizationId, school: input.schoolName, slug: input.slug };
    await recordPlatformEvents({ ...tx, actor: { ...tx.actor, name: owner.name } }, null, [
      { action: "platform.school_joined", subject: subjectOf(invitation), after },
    ]);
  });
  return getJoinProgress(input);
}

function refuseClosed(invitation: LockedInvitation, tokenHash: string): void {
  if (invitation.status === "revoked") throw new DomainError("conflict", "schoolInvitation.revoked");
  if (invitation.expiresAt <= new Date()) throw new DomainError("conflict", "schoolInvitation.expired");
  // A newer link was mailed since this one was read.
  if (invitation.tokenHash !== tokenHash) throw notFound();
}
