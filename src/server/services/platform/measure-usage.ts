import { and, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { organizationUsage } from "@/db/schema/core/usage";
import { classes, enrollments } from "@/db/schema/tenant/classes";
import { type Actor, inOrganization, type OrganizationActor, onPlatform, type PlatformTx } from "@/db/scope";
import { enqueue } from "@/server/adapters/queue";
import { storage } from "@/server/adapters/storage/storage";
import { writeHeadcounts } from "./headcounts";

/** Figures older than this are counted anew when somebody looks at them. */
const FRESH_MINUTES = 60;
const isStale = or(
  isNull(organizationUsage.measuredAt),
  lt(organizationUsage.measuredAt, sql`now() - make_interval(mins => ${FRESH_MINUTES})`),
);

/** Counts what the actor's school holds, in its own scope, and writes it down. A school without tables yet is left. */
export async function measureUsage(actor: OrganizationActor): Promise<void> {
  const { organizationId } = actor;
  const storageBytes = await storage().size(`schools/${organizationId}/`);
  await inOrganization(actor, async (tx) => {
    const [school] = await tx.db
      .select({ status: organizations.status })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    if (!school || school.status === "provisioning") return;
    const own = eq(classes.organizationId, organizationId);
    const [activeClasses, archivedClasses, taken] = await Promise.all([
      tx.db.$count(classes, and(own, sql`${classes.state} = 'active'`)),
      tx.db.$count(classes, and(own, sql`${classes.state} = 'archived'`)),
      tx.db.$count(
        enrollments,
        and(eq(enrollments.organizationId, organizationId), sql`${enrollments.state} = 'active'`),
      ),
    ]);
    const figures = {
      ...{ activeClasses, archivedClasses, enrollments: taken, storageBytes },
      measuredAt: new Date(),
    };
    await tx.db
      .insert(organizationUsage)
      .values({ organizationId, ...figures })
      .onConflictDoUpdate({ target: organizationUsage.organizationId, set: figures });
    await writeHeadcounts(tx);
  });
}

/** Has a school counted soon, where its figures are old or missing; says whether it will be. */
export async function askForUsage(
  tx: PlatformTx,
  { id, status, measuredAt }: { id: string; status: string; measuredAt: Date | null },
): Promise<boolean> {
  const oldest = Date.now() - FRESH_MINUTES * 60_000;
  if (status === "provisioning" || (measuredAt !== null && measuredAt.getTime() > oldest)) return false;
  await tx.enter(id, (inside) => enqueue(inside, "measure-usage", {}, `measure-usage:${id}`));
  return true;
}

/** The schools whose figures are old or missing, those that were never counted first. */
export async function schoolsToMeasure(actor: Actor): Promise<string[]> {
  const rows = await onPlatform(actor, (tx) =>
    tx.db
      .select({ id: organizations.id })
      .from(organizations)
      .leftJoin(organizationUsage, eq(organizationUsage.organizationId, organizations.id))
      .where(and(isStale, ne(organizations.status, "provisioning"), isNull(organizations.deletedAt)))
      .orderBy(sql`${organizationUsage.measuredAt} nulls first`),
  );
  return rows.map(({ id }) => id);
}
