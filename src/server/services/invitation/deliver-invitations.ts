import { and, eq, inArray, sql } from "drizzle-orm";
import { addressColumn } from "@/db/address-column";
import { invitationBatches, invitations, invitationTokens } from "@/db/schema/core/invitations";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { classes } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import { newId } from "@/lib/ids";
import { createToken } from "@/lib/tokens";
import { MailError, type Mailer } from "@/server/adapters/mail/message";
import { mailSchool, renderInvitation } from "@/server/adapters/mail/render";
import { invitationUrl } from "./invitation-url";

const CHUNK = 25;

/** Which queued invitations: those of one sending, or these. */
export type Delivery = { batchId: string } | { invitationIds: string[] };

/**
 * Mails what is queued, a chunk at a time, and tells the outcome of each. Stops when nothing is queued any longer:
 * after a crash, a cancellation or a second run it goes on with what is left. Throws where the mail server itself
 * fails, so that the queue tries again; an address that it refuses is marked as failed.
 */
export async function deliverInvitations(
  actor: OrganizationActor,
  delivery: Delivery,
  mailer: Mailer,
): Promise<void> {
  for (;;) {
    const chunk = await inOrganization(actor, (tx) => prepareChunk(tx, delivery));
    if (chunk.length === 0) break;
    const outcomes = await Promise.all(chunk.map((letter) => send(letter, mailer)));
    await inOrganization(actor, (tx) => markChunk(tx, outcomes));
    const lost = outcomes.find(({ error }) => error !== undefined);
    if (lost) throw lost.error;
  }
  if ("batchId" in delivery) await inOrganization(actor, (tx) => finishBatch(tx, delivery.batchId));
}

/** Gives up on what is still queued: it is shown as not delivered, and can be sent again from there. */
export async function giveUpDelivery(actor: OrganizationActor, delivery: Delivery): Promise<void> {
  await inOrganization(actor, async (tx) => {
    await tx.db.update(invitations).set({ delivery: "failed" }).where(queuedOf(tx, delivery));
    if ("batchId" in delivery) await finishBatch(tx, delivery.batchId);
  });
}

type Letter = Awaited<ReturnType<typeof prepareChunk>>[number];
type Outcome = { id: string; delivered: "sent" | "failed" | "queued"; error?: unknown };

async function prepareChunk(tx: TenantTx, delivery: Delivery) {
  const { organizationId } = tx.actor;
  const queued = await tx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      name: invitations.name,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      inviterName: users.name,
      className: classes.name,
      schoolName: organizations.name,
      schoolStatus: organizations.status,
      address: addressColumn,
      settings: settingsColumn,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .leftJoin(
      users,
      and(eq(users.organizationId, invitations.organizationId), eq(users.id, invitations.invitedBy)),
    )
    .leftJoin(
      classes,
      and(eq(classes.organizationId, invitations.organizationId), eq(classes.id, invitations.classId)),
    )
    .where(queuedOf(tx, delivery))
    .orderBy(invitations.line, invitations.id)
    .limit(CHUNK);
  if (queued.some(({ schoolStatus }) => schoolStatus !== "active"))
    throw new Error("The school is not active");
  const letters = queued.map((row) => ({ ...row, ...createToken() }));
  if (letters.length > 0) {
    await tx.db
      .insert(invitationTokens)
      .values(
        letters.map(({ id, hash }) => ({ organizationId, id: newId(), invitationId: id, tokenHash: hash })),
      );
  }
  return letters;
}

function queuedOf(tx: TenantTx, delivery: Delivery) {
  return and(
    eq(invitations.organizationId, tx.actor.organizationId),
    "batchId" in delivery
      ? eq(invitations.batchId, delivery.batchId)
      : inArray(invitations.id, delivery.invitationIds),
    eq(invitations.delivery, "queued"),
    eq(invitations.status, "pending"),
  );
}

async function send(letter: Letter, mailer: Mailer): Promise<Outcome> {
  const { id, email, role, className, inviterName, schoolName, address, settings, expiresAt, token } = letter;
  try {
    const mail = await renderInvitation({
      locale: settings["region.locale"],
      school: mailSchool(schoolName, settings),
      inviterName: inviterName ?? schoolName,
      role,
      ...(className !== null && { className }),
      url: invitationUrl(address, token),
      expiresAt,
    });
    await mailer.send({ to: email, ...mail });
    return { id, delivered: "sent" };
  } catch (error) {
    if (error instanceof MailError && error.permanent) return { id, delivered: "failed" };
    return { id, delivered: "queued", error };
  }
}

async function markChunk(tx: TenantTx, outcomes: Outcome[]): Promise<void> {
  for (const delivered of ["sent", "failed"] as const) {
    const ids = outcomes.filter((outcome) => outcome.delivered === delivered).map(({ id }) => id);
    if (ids.length === 0) continue;
    const sent = { sendCount: sql`${invitations.sendCount} + 1`, lastSentAt: sql`now()` };
    await tx.db
      .update(invitations)
      .set({ delivery: delivered, ...(delivered === "sent" && sent) })
      .where(and(eq(invitations.organizationId, tx.actor.organizationId), inArray(invitations.id, ids)));
  }
}

async function finishBatch(tx: TenantTx, batchId: string): Promise<void> {
  await tx.db
    .update(invitationBatches)
    .set({ status: "done", finishedAt: sql`now()` })
    .where(
      and(
        eq(invitationBatches.organizationId, tx.actor.organizationId),
        eq(invitationBatches.id, batchId),
        eq(invitationBatches.status, "sending"),
      ),
    );
}
