import { and, desc, eq, sql } from "drizzle-orm";
import { invitationBatches, invitations } from "@/db/schema/core/invitations";
import { classes } from "@/db/schema/tenant/classes";
import { inOrganization, type OrganizationActor, readInOrganization, type TenantTx } from "@/db/scope";
import { invitationReach } from "@/domain/permissions";
import { notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { shownStatus } from "./policies";

const RECENT = 10;

/** One sending and how far it is, counted from its invitations. */
export async function getBatch(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const [[batch], deliveries] = await Promise.all([
      tx.db.select().from(invitationBatches).where(ofActor(tx, id)),
      tx.db
        .select({ delivery: invitations.delivery, count: sql<number>`count(*)::int` })
        .from(invitations)
        .where(and(eq(invitations.organizationId, actor.organizationId), eq(invitations.batchId, id)))
        .groupBy(invitations.delivery),
    ]);
    if (!batch) throw notFound();
    const count = (delivery: string) => deliveries.find((row) => row.delivery === delivery)?.count ?? 0;
    const { organizationId: _organizationId, ...rest } = batch;
    return {
      ...rest,
      progress: {
        queued: count("queued"),
        sent: count("sent"),
        failed: count("failed"),
        cancelled: count("cancelled"),
      },
    };
  });
}

/** The actor's latest sendings, newest first; an admin sees everybody's. */
export async function listBatches(actor: OrganizationActor) {
  return readInOrganization(actor, (tx) =>
    tx.db
      .select({
        id: invitationBatches.id,
        status: invitationBatches.status,
        lineCount: invitationBatches.lineCount,
        invitedCount: invitationBatches.invitedCount,
        createdAt: invitationBatches.createdAt,
      })
      .from(invitationBatches)
      .where(ofActor(tx))
      .orderBy(desc(invitationBatches.createdAt), desc(invitationBatches.id))
      .limit(RECENT),
  );
}

/** Every line of a sending with what became of it, for download. */
export async function getBatchResult(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const [[batch], invited] = await Promise.all([
      tx.db.select().from(invitationBatches).where(ofActor(tx, id)),
      tx.db
        .select({
          line: invitations.line,
          email: invitations.email,
          name: invitations.name,
          role: invitations.role,
          className: classes.name,
          status: shownStatus,
          delivery: invitations.delivery,
        })
        .from(invitations)
        .leftJoin(
          classes,
          and(eq(classes.organizationId, invitations.organizationId), eq(classes.id, invitations.classId)),
        )
        .where(and(eq(invitations.organizationId, actor.organizationId), eq(invitations.batchId, id)))
        .orderBy(invitations.line),
    ]);
    if (!batch) throw notFound();
    return { invited, refused: batch.refused };
  });
}

/** Stops a sending: who has not been mailed yet will not be, and their invitations end. */
export async function cancelBatch(
  actor: OrganizationActor,
  { id }: { id: string },
): Promise<{ cancelled: number }> {
  return inOrganization(actor, async (tx) => {
    const [batch] = await tx.db
      .update(invitationBatches)
      .set({ status: "cancelled", finishedAt: sql`now()` })
      .where(and(ofActor(tx, id), eq(invitationBatches.status, "sending")))
      .returning({ id: invitationBatches.id });
    if (!batch) throw notFound();
    const cancelled = await tx.db
      .update(invitations)
      .set({ delivery: "cancelled", status: "revoked", closedAt: sql`now()` })
      .where(
        and(
          eq(invitations.organizationId, actor.organizationId),
          eq(invitations.batchId, id),
          eq(invitations.delivery, "queued"),
          eq(invitations.status, "pending"),
        ),
      )
      .returning({ id: invitations.id });
    await recordEvents(tx, [
      {
        action: "invitation.batch_cancelled",
        subject: { type: "invitation_batch", id },
        after: { cancelled: cancelled.length },
      },
    ]);
    return { cancelled: cancelled.length };
  });
}

function ofActor(tx: TenantTx, id?: string) {
  const { organizationId, userId, role } = tx.actor;
  const ownOnly = invitationReach(role) === "own-classes" && userId !== null;
  return and(
    eq(invitationBatches.organizationId, organizationId),
    id === undefined ? undefined : eq(invitationBatches.id, id),
    ownOnly ? eq(invitationBatches.createdBy, userId) : undefined,
  );
}
