import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { academicYears, rollovers } from "@/db/schema/tenant/academics";
import { rolloverStudents } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization } from "@/db/scope";

const MAX_SHOWN = 20;

/** The school's rollovers, the newest first, each with how many students it moved. */
export async function listRollovers(actor: OrganizationActor) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [from, to] = [alias(academicYears, "from_year"), alias(academicYears, "to_year")];
    return tx.db
      .select({
        id: rollovers.id,
        from: from.name,
        to: to.name,
        doneBy: rollovers.doneBy,
        doneAt: rollovers.doneAt,
        undoneAt: rollovers.undoneAt,
        studentCount: sql<number>`(select count(*)::int from ${rolloverStudents} n
          where n.organization_id = ${organizationId} and n.rollover_id = ${rollovers.id} and n.outcome <> 'left_out')`,
      })
      .from(rollovers)
      .innerJoin(
        from,
        and(eq(from.organizationId, rollovers.organizationId), eq(from.id, rollovers.fromYearId)),
      )
      .innerJoin(to, and(eq(to.organizationId, rollovers.organizationId), eq(to.id, rollovers.toYearId)))
      .where(eq(rollovers.organizationId, organizationId))
      .orderBy(desc(rollovers.doneAt), desc(rollovers.id))
      .limit(MAX_SHOWN);
  });
}
