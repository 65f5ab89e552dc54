import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { ApplyMergeInput } from "@/domain/record-merge";
import { applyGuardians } from "./apply-guardians";
import { applyStudents } from "./apply-students";

/**
 * Makes two records of one person one, in one transaction that holds both: the record that stays takes the chosen values
 * and all that was the other's; the other stays as a row that points at it and is in no list any more. Throws NOT_FOUND,
 * CONFLICT `merge.…` where they cannot be made one, and `merge.changed` where one was changed since the preview.
 */
export async function applyMerge(actor: OrganizationActor, input: ApplyMergeInput): Promise<{ id: string }> {
  return inOrganization(actor, (tx) =>
    input.kind === "student" ? applyStudents(tx, input) : applyGuardians(tx, input),
  );
}
