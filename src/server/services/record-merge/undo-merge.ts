import { recordMerges } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { KeptPart } from "@/domain/record-merge-list";
import { readMerge, thisMerge } from "./standing";
import { undoGuardians } from "./undo-guardians";
import { undoStudents } from "./undo-students";

/**
 * Takes a merge back: both records are as they were, but for what was edited since, which is kept and named. Throws
 * NOT_FOUND, and CONFLICT `merge.undone`, `merge.followed` where the record that stayed was itself merged since, or has
 * gone to another school.
 */
export async function undoMerge(
  actor: OrganizationActor,
  { id }: { id: string },
): Promise<{ kept: KeptPart[] }> {
  return inOrganization(actor, async (tx) => {
    const merge = await readMerge(tx, id);
    const kept = merge.kind === "student" ? await undoStudents(tx, merge) : await undoGuardians(tx, merge);
    await tx.db.update(recordMerges).set({ undoneAt: new Date() }).where(thisMerge(tx, id));
    return { kept };
  });
}
