import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { MergePairInput } from "@/domain/record-merge";
import { MERGED_INCOME_FIELD } from "@/domain/record-merge-list";
import { fullName } from "@/domain/student-list";
import { recordEvents } from "../audit";
import { subjectOf } from "../student";
import { type FieldPair, guardianPairs, healthPairs } from "./fields";
import { healthOf } from "./plan-students";
import { readGuardianPair } from "./read-guardians";
import { readStudentPair } from "./read-students";

/** What the preview hides: the health of two students, or the income of two guardians. The reading is recorded of both. */
export async function showSensitive(
  actor: OrganizationActor,
  { kind, ...ids }: MergePairInput,
): Promise<FieldPair[]> {
  return inOrganization(actor, async (tx) => {
    if (kind === "student") {
      const { kept, merged } = await readStudentPair(tx, ids);
      await recordEvents(
        tx,
        [kept, merged].map(({ row }) => ({ action: "health.read", subject: subjectOf(row) })),
      );
      return healthPairs(healthOf(kept), healthOf(merged));
    }
    const { kept, merged } = await readGuardianPair(tx, ids);
    await recordEvents(
      tx,
      [kept, merged].map(({ row }) => ({
        action: "guardian.income_read",
        subject: { type: "guardian", id: row.id, name: fullName(row) },
      })),
    );
    return guardianPairs(kept.row, merged.row).filter(({ field }) => field === MERGED_INCOME_FIELD);
  });
}
