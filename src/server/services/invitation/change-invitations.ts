import { and, desc, eq, exists, inArray, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { mayGiveRole } from "@/domain/roles";
import { DAY } from "@/lib/duration";
import { enqueue } from "@/server/adapters/queue";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { shownStatus, withinReach } from "./policies";
import { countFreeSeats, lockSending, noSeats } from "./seats";

/** What became of one invitation of a bulk action. */
export type InvitationResult = { id: string; email: string } & (
  | { ok: true }
  | { ok: false; code: "not_found" | "closed" | "role_not_allowed" }
);

/** Ends pending invitations: every link of theirs is dead from now on. One result an invitation. */
export async function revokeInvitations(
  actor: OrganizationActor,
  { ids }: { ids: string[] },
): Promise<InvitationResult[]> {
  return inOrganization(actor, async (tx) => {
    const { results, open } = await judgeEach(tx, ids, ({ status }) =>
      status === "pending" ? undefined : "closed",
    );
    if (open.length === 0) return results;
    await tx.db.update(invitations).set({ status: "revoked", closedAt: sql`now()` }).where(rowsOf(tx, open));
    await recordEvents(
      tx,
      open.map(({ id, email }) => ({
        action: "invitation.revoked",
        subject: { type: "invitation", id, name: email },
      })),
    );
    return results;
  });
}

/**
 * Mails pending and expired invitations again, with a new link and new time; who is a member by now, or has a newer
 * invitation, stays as they are. One result an invitation. Throws CONFLICT where the seats would not suffice.
 */
export async function resendInvitations(
  actor: OrganizationActor,
  { ids, expiresInDays }: { ids: string[]; expiresInDays?: number | undefined },
): Promise<InvitationResult[]> {
  return inOrganization(actor, async (tx) => {
    const school = await lockSending(tx);
    const addresses = new Set<string>();
    const { results, open } = await judgeEach(tx, ids, ({ email, status, isObsolete }) => {
      if (isObsolete || addresses.has(email) || !["pending", "expired"].includes(status)) return "closed";
      addresses.add(email);
      return undefined;
    });
    if (open.length === 0) return results;
    // One whose time is up has given its seat back.
    const wanted = open.filter(({ status }) => status === "expired").length;
    const free = await countFreeSeats(tx, school);
    if (wanted > free) throw noSeats(wanted, free);
    const days = expiresInDays ?? school.settings["invitations.days"];
    await tx.db
      .update(invitations)
      .set({
        status: "pending",
        delivery: "queued",
        closedAt: null,
        expiresAt: new Date(Date.now() + days * DAY),
      })
      .where(rowsOf(tx, open));
    // What is queued already has its job: a second one could mail it twice.
    const settled = open.filter(({ delivery }) => delivery !== "queued").map(({ id }) => id);
    if (settled.length > 0) await enqueue(tx, "send-invitations", { batchId: null, invitationIds: settled });
    await recordEvents(
      tx,
      open.map(({ id, email }) => ({
        action: "invitation.resent",
        subject: { type: "invitation", id, name: email },
      })),
    );
    return results;
  });
}

type Found = Awaited<ReturnType<typeof lockWithinReach>>[number];
type Refusal = Extract<InvitationResult, { ok: false }>["code"];

async function lockWithinReach(tx: TenantTx, ids: string[]) {
  const newer = alias(invitations, "newer");
  const supersededBy = tx.db
    .select({ one: sql`1` })
    .from(newer)
    .where(
      and(
        eq(newer.organizationId, invitations.organizationId),
        eq(newer.email, invitations.email),
        eq(newer.status, "pending"),
        ne(newer.id, invitations.id),
      ),
    );
  const membership = tx.db
    .select({ one: sql`1` })
    .from(users)
    .where(
      and(
        eq(users.organizationId, invitations.organizationId),
        eq(users.email, invitations.email),
        isNull(users.leftAt),
      ),
    );
  return tx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      status: shownStatus,
      delivery: invitations.delivery,
      isObsolete: sql<boolean>`(${exists(supersededBy)} or ${exists(membership)})`,
    })
    .from(invitations)
    .where(and(await withinReach(tx), inArray(invitations.id, ids)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .for("update");
}

/** One result an invitation, newest first among those to one address. Throws NOT_FOUND where none is within reach. */
async function judgeEach(tx: TenantTx, ids: string[], refuse: (row: Found) => Refusal | undefined) {
  const found = await lockWithinReach(tx, ids);
  if (found.length === 0) throw notFound();
  const refusals = new Map(
    found.map((row) => [row.id, mayGiveRole(tx.actor.role, row.role) ? refuse(row) : "role_not_allowed"]),
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  const results = [...new Set(ids)].map((id): InvitationResult => {
    const row = byId.get(id);
    if (!row) return { id, email: "", ok: false, code: "not_found" };
    const code = refusals.get(id);
    return code ? { id, email: row.email, ok: false, code } : { id, email: row.email, ok: true };
  });
  return { results, open: found.filter(({ id }) => !refusals.get(id)) };
}

function rowsOf(tx: TenantTx, rows: readonly Found[]) {
  return and(
    eq(invitations.organizationId, tx.actor.organizationId),
    inArray(
      invitations.id,
      rows.map(({ id }) => id),
    ),
  );
}
