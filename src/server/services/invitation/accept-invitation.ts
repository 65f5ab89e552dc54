import { and, eq, isNull, ne } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { invitations } from "@/db/schema/core/invitations";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { type Actor, atGate, type Origin, onPlatform, type PlatformTx } from "@/db/scope";
import { type AcceptInvitationInput, normalisePassword } from "@/domain/account";
import type { RecordRef } from "@/domain/record-account";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/lib/password-hash";
import { searchKey, sortKey } from "@/lib/text-keys";
import { hashToken } from "@/lib/tokens";
import { DomainError, notFound } from "@/server/errors";
import { schoolUrl } from "@/server/tenancy/school-url";
import {
  countLinkAttempt,
  countPasswordAttempt,
  findOrCreateAccount,
  forgivePasswordAttempt,
  proveAccount,
} from "../account";
import { recordEvents } from "../audit";
import { joinClass } from "../class";
import { notify } from "../notification";
import { linkInvited } from "../record-account";
import { closeMembership } from "../user";
import { findByToken, openInvitation } from "./open-invitation";

type Invitation = typeof invitations.$inferSelect;
type Account = { id: string; name: string; email: string };

/**
 * Makes the link's holder a member of the school, once, however often and at once it is tried. A new address gets an
 * account with the password; a known one must give its own. Throws CONFLICT `invitation.elsewhere` where the account
 * belongs to another school and `moveHere` was not chosen.
 */
export async function acceptInvitation(
  input: AcceptInvitationInput,
  { ipAddress, userAgent, via }: Origin,
): Promise<{ email: string }> {
  await countLinkAttempt(ipAddress);
  const { email, hasAccount } = await openInvitation(input);
  // Only where there is a password to guess.
  if (hasAccount) await countPasswordAttempt(email, ipAddress);
  const password = normalisePassword(input.password);
  const tokenHash = hashToken(input.token);
  const proven = await atGate({ tokenHash }, async (tx) => {
    const found = await findByToken(tx, tokenHash);
    const claim = { email: found.email, name: input.name, password };
    return {
      organizationId: found.organizationId,
      invitationId: found.id,
      ...(await proveAccount(tx, claim)),
    };
  });
  const passwordHash = proven.accountId ? undefined : await hashPassword(password);
  if (hasAccount) await forgivePasswordAttempt(email, ipAddress);
  const visitor: Actor = {
    accountId: proven.accountId,
    userId: null,
    name: input.name,
    role: "STUDENT",
    ipAddress,
    userAgent,
    via,
  };
  return onPlatform(visitor, async (tx) => {
    const invitation = await lockPending(tx, proven.organizationId, proven.invitationId);
    const account = await findOrCreateAccount(tx, {
      email: invitation.email,
      name: input.name,
      passwordHash,
    });
    await leaveOtherSchool(tx, account.id, invitation, input.moveHere);
    await join(tx, invitation, account);
    return { email: account.email };
  });
}

async function lockPending(tx: PlatformTx, organizationId: string, id: string): Promise<Invitation> {
  const [invitation] = await tx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.organizationId, organizationId), eq(invitations.id, id)))
    .for("update");
  if (!invitation) throw notFound();
  const expired = invitation.status === "expired" || invitation.expiresAt <= new Date();
  if (invitation.status === "accepted") throw new DomainError("conflict", "invitation.used");
  if (invitation.status === "revoked") throw new DomainError("conflict", "invitation.revoked");
  if (expired) throw new DomainError("conflict", "invitation.expired");
  const [school] = await tx.db
    .select({ status: organizations.status })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (school?.status !== "active") throw notFound();
  return invitation;
}

async function leaveOtherSchool(
  tx: PlatformTx,
  accountId: string,
  { organizationId }: Invitation,
  moveHere: boolean,
): Promise<void> {
  const [elsewhere] = await tx.db
    .select({
      organizationId: users.organizationId,
      userId: users.id,
      school: organizations.name,
      address: addressColumn,
    })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, users.organizationId))
    .where(
      and(eq(users.accountId, accountId), isNull(users.leftAt), ne(users.organizationId, organizationId)),
    );
  if (!elsewhere) return;
  if (!moveHere)
    throw new DomainError("conflict", "invitation.elsewhere", {
      values: { school: elsewhere.school, url: schoolUrl(elsewhere.address, "/") },
      field: "moveHere",
    });
  await closeMembership(tx, elsewhere, { reason: "joined another school" });
}

async function join(
  tx: PlatformTx,
  invitation: Invitation,
  { id: accountId, name, email }: Account,
): Promise<void> {
  const { organizationId } = invitation;
  const [member] = await tx.db
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(
      and(eq(users.organizationId, organizationId), eq(users.accountId, accountId), isNull(users.leftAt)),
    )
    // Who would remove them waits until they are in their class.
    .for("key share");
  // Who is a member already keeps the role that the school has given them since.
  const role = member?.role ?? invitation.role;
  const userId = member?.id ?? newId();
  if (!member) {
    const joined = await tx.db
      .insert(users)
      .values({
        organizationId,
        id: userId,
        accountId,
        name,
        email,
        sortKey: sortKey(name),
        searchKey: searchKey(`${name} ${email}`),
        role,
      })
      .onConflictDoNothing()
      .returning({ id: users.id });
    // Became a member, of this school or another, at the same moment.
    if (joined.length === 0) throw new DomainError("conflict", "invitation.tryAgain");
  }
  await tx.db
    .update(invitations)
    .set({ status: "accepted", closedAt: new Date(), acceptedUserId: userId })
    .where(and(eq(invitations.organizationId, organizationId), eq(invitations.id, invitation.id)));
  await tx.enter(organizationId, async (inside) => {
    const self = { ...inside, actor: { ...inside.actor, accountId, userId, name, role } };
    const { classId } = invitation;
    const takesPart = role === invitation.role && (role === "COACH" || role === "STUDENT");
    const joined =
      takesPart && classId !== null
        ? await joinClass(self, { classId, person: { id: userId, name }, as: role })
        : undefined;
    const { invitedBy } = invitation;
    if (invitedBy) await notify(inside, [{ userId: invitedBy, notice: { kind: "invitations", name, role } }]);
    await recordEvents(self, [
      {
        action: "invitation.accepted",
        subject: { type: "user", id: userId, name },
        after: { role, classId: joined ? classId : null, ...(joined === "waiting" && { isWaiting: true }) },
      },
    ]);
    const record = recordOf(invitation);
    if (record) await linkInvited(self, record, { id: userId, name, role });
  });
}

function recordOf({ studentId, guardianId }: Invitation): RecordRef | undefined {
  if (studentId !== null) return { kind: "student", id: studentId };
  return guardianId === null ? undefined : { kind: "guardian", id: guardianId };
}
