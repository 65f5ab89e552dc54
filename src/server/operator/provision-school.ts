import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { dropPlacement } from "@/db/drop-placement";
import { createPlacement, type OnStep } from "@/db/migrate";
import { onOperatorConnection } from "@/db/operator";
import { provisionings } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { inOrganization } from "@/db/scope";
import type { ProvisioningState } from "@/domain/roles";
import { PLATFORM_ITSELF, systemActor } from "../jobs/system-actor";
import { beginAcademics } from "../services/academics";
import { recordOperatorEvents } from "../services/audit";
import type { OperatorUrls } from "./operator-urls";

/**
 * Makes the schema of a school placed apart with what a school begins with, and opens it; the page that waits is told of each step. Safe to run
 * again wherever it ended. A school that is deleted meanwhile stays as it is.
 */
export async function provisionSchool(
  urls: Pick<OperatorUrls, "owner" | "operator">,
  { organizationId }: { organizationId: string },
  { isLast = false, onStep = async () => undefined }: { isLast?: boolean; onStep?: OnStep } = {},
): Promise<void> {
  await onOperatorConnection(urls.operator, async (db) => {
    const found = await findWaiting(db, organizationId);
    if (!found) return;
    const tell = (row: {
      state: ProvisioningState;
      done?: number;
      total?: number;
      failure?: string | null;
    }) =>
      db
        .update(provisionings)
        .set({ ...row, updatedAt: new Date() })
        .where(eq(provisionings.organizationId, organizationId));
    try {
      await tell({ state: "running", failure: null });
      await createPlacement(urls.owner, found.placement, {
        async onStep(done, total) {
          await tell({ state: "running", done, total });
          await onStep(done, total);
        },
      });
      if (await exists(db, organizationId)) {
        const begun = await inOrganization(systemActor(organizationId), (tx) => beginAcademics(tx, found));
        await open(db, organizationId, { year: found.year, ...begun });
      }
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      await tell({ state: isLast ? "failed" : "queued", failure });
      throw error;
    }
    // Erased while its schema was being made: nobody else would drop it.
    if (!(await exists(db, organizationId))) await dropPlacement(urls.owner, found.placement);
  });
}

async function findWaiting(db: Db, organizationId: string) {
  const [found] = await db
    .select({ placement: provisionings.placement, year: provisionings.year })
    .from(provisionings)
    .innerJoin(organizations, eq(organizations.id, provisionings.organizationId))
    .where(and(eq(provisionings.organizationId, organizationId), eq(organizations.status, "provisioning")));
  return found;
}

async function open(
  db: Db,
  organizationId: string,
  begun: { year: string; grades: string[] },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(provisionings)
      .set({ state: "done", failure: null, updatedAt: new Date() })
      .where(eq(provisionings.organizationId, organizationId));
    const [opened] = await tx
      .update(organizations)
      .set({ status: "active", updatedAt: new Date() })
      .where(and(eq(organizations.id, organizationId), eq(organizations.status, "provisioning")))
      .returning({ name: organizations.name });
    if (!opened) return;
    const subject = { type: "organization", id: organizationId, name: opened.name };
    await recordOperatorEvents({ db: tx }, PLATFORM_ITSELF, organizationId, [
      { action: "organization.provisioned", subject, after: { status: "active", ...begun } },
    ]);
  });
}

async function exists(db: Db, organizationId: string): Promise<boolean> {
  return (await db.$count(organizations, eq(organizations.id, organizationId))) > 0;
}
