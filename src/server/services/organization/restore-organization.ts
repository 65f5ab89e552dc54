import { and, desc, eq } from "drizzle-orm";
import { auditEvents } from "@/db/schema/core/audit";
import { provisionings } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { organizationStatusSchema } from "@/domain/role-schemas";
import type { OrganizationStatus } from "@/domain/roles";
import { enqueue } from "@/server/adapters/queue";
import { DomainError } from "@/server/errors";
import { recordPlatformEvents } from "../audit";
import { lockOrganization } from "./lock-organization";

/** Brings a deleted school back as it was before, while its time lasts. Throws CONFLICT where it is over. */
export async function restoreOrganization(
  actor: Actor,
  { organizationId }: { organizationId: string },
): Promise<{ status: OrganizationStatus }> {
  return onPlatform(actor, async (tx) => {
    const { name, deletedAt, purgeAfter } = await lockOrganization(tx, organizationId);
    if (deletedAt === null || purgeAfter === null)
      throw new DomainError("conflict", "organization.notDeleted");
    if (purgeAfter <= new Date()) throw new DomainError("conflict", "organization.pastRestoring");
    const status = await statusBefore(tx, organizationId);
    await tx.db
      .update(organizations)
      .set({ status, deletedAt: null, purgeAfter: null, updatedAt: new Date() })
      .where(eq(organizations.id, organizationId));
    // Its job found it deleted and did nothing.
    if (status === "provisioning")
      await tx.enter(organizationId, (inside) =>
        enqueue(inside, "provision-school", {}, `provision-${organizationId}`),
      );
    const event = {
      action: "organization.restored",
      subject: { type: "organization", id: organizationId, name },
      after: { status },
    };
    await recordPlatformEvents(tx, organizationId, [event]);
    await recordPlatformEvents(tx, null, [event]);
    return { status };
  });
}

async function statusBefore(tx: PlatformTx, organizationId: string): Promise<OrganizationStatus> {
  const [[deletion], [provisioning]] = await Promise.all([
    tx.db
      .select({ before: auditEvents.before })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.organizationId, organizationId),
          eq(auditEvents.subjectId, organizationId),
          eq(auditEvents.action, "organization.deleted"),
        ),
      )
      .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
      .limit(1),
    tx.db
      .select({ state: provisionings.state })
      .from(provisionings)
      .where(eq(provisionings.organizationId, organizationId)),
  ]);
  const status = organizationStatusSchema.catch("active").parse(deletion?.before?.status);
  return status === "provisioning" && provisioning?.state === "done" ? "active" : status;
}
