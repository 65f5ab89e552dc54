import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { accounts, type HandOffVisit, handOffs, sessions } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { atGate, type GateTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import type { AddressedSchool } from "@/lib/school-host";
import { createToken, hashToken, isToken } from "@/lib/tokens";
import { notFound } from "@/server/errors";
import { recordGateEvents } from "../audit";
import { isKept, lifetimeOf } from "./lifetimes";
import { findMembership, gateActor, type SignedIn, type Visitor } from "./queries";

const MINUTE = 60_000;

/** A way to a school's own address, for the browser that holds the secret behind `bindingHash`. */
export type Way = { token: string; address: AddressedSchool };

const isOpen = and(isNull(handOffs.usedAt), gt(handOffs.expiresAt, sql`now()`));

/** Begins the way of a signed-in person to their own school's address; undefined where they have none. */
export async function beginHandOff(
  { session }: Pick<SignedIn, "session">,
  bindingHash: string,
): Promise<Way | undefined> {
  const { account, organization } = session;
  if (!organization) return undefined;
  const { token, hash } = createToken();
  return atGate({ accountId: account.id, sessionId: session.id }, async (tx) => {
    const [address, [kept]] = await Promise.all([
      addressOf(tx, organization.id),
      tx.db.select({ long: isKept }).from(sessions).where(eq(sessions.id, session.id)),
    ]);
    await tx.db.insert(handOffs).values({
      id: newId(),
      accountId: account.id,
      organizationId: organization.id,
      tokenHash: hash,
      bindingHash,
      keepSignedIn: kept?.long ?? false,
      expiresAt: new Date(Date.now() + MINUTE),
    });
    return { token, address };
  });
}

/** Binds a way that was made for a visit to the browser of the person it was made for; undefined for any other. */
export async function bindHandOff(
  { session }: Pick<SignedIn, "session">,
  token: string,
  bindingHash: string,
): Promise<Way | undefined> {
  if (!isToken(token)) return undefined;
  const accountId = session.account.id;
  return atGate({ accountId }, async (tx) => {
    const [bound] = await tx.db
      .update(handOffs)
      .set({ bindingHash })
      .where(
        and(
          eq(handOffs.tokenHash, hashToken(token)),
          eq(handOffs.accountId, accountId),
          isNull(handOffs.bindingHash),
          isOpen,
        ),
      )
      .returning({ organizationId: handOffs.organizationId });
    return bound && { token, address: await addressOf(tx, bound.organizationId) };
  });
}

/** Who would be signed in by a link at this school's address; NOT_FOUND once it is used, old, or of another school. */
export async function openHandOff(
  token: string,
  organizationId: string | undefined,
): Promise<{ name: string; email: string }> {
  if (!isToken(token)) throw notFound();
  const tokenHash = hashToken(token);
  return atGate({ tokenHash }, async (tx) => {
    const [found] = await tx.db
      .select({ accountId: handOffs.accountId, organizationId: handOffs.organizationId })
      .from(handOffs)
      .where(and(eq(handOffs.tokenHash, tokenHash), isOpen));
    if (!found || (organizationId !== undefined && found.organizationId !== organizationId)) throw notFound();
    await tx.name({ accountId: found.accountId });
    const [account] = await tx.db
      .select({ name: accounts.name, email: accounts.email })
      .from(accounts)
      .where(eq(accounts.id, found.accountId));
    if (!account) throw notFound();
    return account;
  });
}

/** What became of a way that was gone: a session at the school, a question to the person, or nothing. */
export type Arrival =
  | { state: "in"; sessionId: string; accountId: string; visit: HandOffVisit | null }
  | { state: "ask" }
  | { state: "gone" };

/**
 * Opens a session at a school's address, once however often it is tried: for the browser that was sent, or for who
 * has been asked and said yes.
 */
export async function takeHandOff(
  { token, binding, organizationId }: { token: string; binding: string | undefined; organizationId: string },
  visitor: Visitor,
  isConfirmed = false,
): Promise<Arrival> {
  if (!isToken(token)) return { state: "gone" };
  const tokenHash = hashToken(token);
  return atGate({ tokenHash }, async (tx) => {
    const named = and(eq(handOffs.tokenHash, tokenHash), eq(handOffs.organizationId, organizationId), isOpen);
    const ours = isConfirmed ? undefined : eq(handOffs.bindingHash, hashToken(binding ?? ""));
    const [taken] = await tx.db
      .update(handOffs)
      .set({ usedAt: new Date() })
      .where(and(named, ours))
      .returning();
    if (!taken) {
      const [waiting] = await tx.db.select({ id: handOffs.id }).from(handOffs).where(named);
      return { state: waiting ? "ask" : "gone" };
    }
    return arrive(tx, taken, visitor);
  });
}

async function arrive(
  tx: GateTx,
  { accountId, organizationId, keepSignedIn, visit }: typeof handOffs.$inferSelect,
  visitor: Visitor,
): Promise<Arrival> {
  const sessionId = newId();
  await tx.name({ accountId, sessionId });
  const [[account], membership] = await Promise.all([
    tx.db.select().from(accounts).where(eq(accounts.id, accountId)),
    findMembership(tx, accountId),
  ]);
  const belongs = visit ? membership?.role === "ADMIN" : membership?.organizationId === organizationId;
  if (!account || !belongs) return { state: "gone" };
  await tx.db.insert(sessions).values({
    id: sessionId,
    accountId,
    organizationId,
    expiresAt: visit ? new Date(visit.until) : new Date(Date.now() + lifetimeOf(keepSignedIn)),
    ipAddress: visitor.ipAddress,
    userAgent: visitor.userAgent,
    ...(visit && {
      enteredOrganizationId: organizationId,
      enteredUntil: new Date(visit.until),
      enteredReadOnly: visit.readOnly,
      enteredReason: visit.reason,
    }),
  });
  // A visit is in the school's log since it was asked for.
  if (!visit)
    await recordGateEvents(tx, gateActor(account, membership, visitor), organizationId, [
      { action: "account.signed_in", subject: { type: "session", id: sessionId, name: account.email } },
    ]);
  return { state: "in", sessionId, accountId, visit };
}

async function addressOf(tx: GateTx, organizationId: string): Promise<AddressedSchool> {
  const [school] = await tx.db
    .select({ address: addressColumn })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!school) throw notFound();
  return school.address;
}
