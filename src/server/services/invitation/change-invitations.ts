import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { invitations } from "@/db/schema/core/invitations";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { enqueue } from "@/server/adapters/queue";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { shownStatus, withinReach } from "./policies";

const DAY = 86_400_000;

/** What became of one invitation of a bulk action. */
export type InvitationResult = { id: string; email: string } & (
  | { ok: true }
  | { ok: false; code: "not_found" | "closed" }
);

/** Ends pending invitations: every link of theirs is dead from now on. One result an invitation. */
export async function revokeInvitations(
  actor: OrganizationActor,
  { ids }: { ids: string[] },
): Promise<InvitationResult[]> {
  return inOrganization(actor, async (tx) => {
    const { results, open } = await lockOpen(tx, ids, ["pending"]);
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

/** Mails pending and expired invitations again, with a new link and new time. One result an invitation. */
export async function resendInvitations(
  actor: OrganizationActor,
  { ids, expiresInDays }: { ids: string[]; expiresInDays: number },
): Promise<InvitationResult[]> {
  return inOrganization(actor, async (tx) => {
    const { results, open } = await lockOpen(tx, ids, ["pending", "expired"]);
    if (open.length === 0) return results;
    await tx.db
      .update(invitations)
      .set({
        status: "pending",
        delivery: "queued",
        closedAt: null,
        expiresAt: new Date(Date.now() + expiresInDays * DAY),
      })
      .where(rowsOf(tx, open));
    await enqueue(tx, "send-invitations", { batchId: null, invitationIds: open.map(({ id }) => id) });
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

type Row = { id: string; email: string };

async function lockOpen(tx: TenantTx, ids: string[], statuses: ("pending" | "expired")[]) {
  const newer = alias(invitations, "newer");
  const found = await tx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      // An expired invitation stays closed where a newer one to the address is pending.
      open: sql<boolean>`${inArray(shownStatus, statuses)} and ${notExists(
        tx.db
          .select({ one: sql`1` })
          .from(newer)
          .where(
            and(
              eq(newer.organizationId, invitations.organizationId),
              eq(newer.email, invitations.email),
              eq(newer.status, "pending"),
              sql`${newer.id} <> ${invitations.id}`,
            ),
          ),
      )}`,
    })
    .from(invitations)
    .where(and(await withinReach(tx), inArray(invitations.id, ids)))
    .orderBy(invitations.id)
    .for("update");
  if (found.length === 0) throw notFound();
  const byId = new Map(found.map((row) => [row.id, row]));
  const results = ids.map((id): InvitationResult => {
    const row = byId.get(id);
    if (!row) return { id, email: "", ok: false, code: "not_found" };
    return row.open
      ? { id, email: row.email, ok: true }
      : { id, email: row.email, ok: false, code: "closed" };
  });
  return { results, open: found.filter((row) => row.open) };
}

function rowsOf(tx: TenantTx, rows: readonly Row[]) {
  return and(
    eq(invitations.organizationId, tx.actor.organizationId),
    inArray(
      invitations.id,
      rows.map(({ id }) => id),
    ),
  );
}
