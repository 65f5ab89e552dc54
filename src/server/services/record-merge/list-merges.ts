import { and, desc, eq, sql } from "drizzle-orm";
import { guardians, recordMerges, students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { MergeKindInput } from "@/domain/record-merge";

const MAX_SHOWN = 50;

/** The school's merges of students or of guardians, the newest first, with both records as they are named today. */
export async function listMerges(actor: OrganizationActor, { kind }: MergeKindInput) {
  return readInOrganization(actor, (tx) => {
    const { organizationId } = actor;
    const table = kind === "student" ? students : guardians;
    const nameOf = (column: "kept_id" | "merged_id") => sql<string>`coalesce((
      select r.first_names || ' ' || r.last_names from ${table} r
      where r.organization_id = ${organizationId} and r.id = ${recordMerges}.${sql.identifier(column)}), '')`;
    return tx.db
      .select({
        id: recordMerges.id,
        keptId: recordMerges.keptId,
        mergedId: recordMerges.mergedId,
        keptName: nameOf("kept_id"),
        mergedName: nameOf("merged_id"),
        doneBy: recordMerges.doneBy,
        doneAt: recordMerges.doneAt,
        undoneAt: recordMerges.undoneAt,
      })
      .from(recordMerges)
      .where(and(eq(recordMerges.organizationId, organizationId), eq(recordMerges.kind, kind)))
      .orderBy(desc(recordMerges.doneAt), desc(recordMerges.id))
      .limit(MAX_SHOWN);
  });
}
