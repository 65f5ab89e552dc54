import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { RolloverPlan } from "@/domain/rollover";
import { judgePlan } from "./judge-plan";

/** What the plan would do, before it is done. Throws as `runRollover` does. */
export async function previewRollover(actor: OrganizationActor, plan: RolloverPlan) {
  return readInOrganization(actor, async (tx) => {
    const { from, known, old, counts, wanted } = await judgePlan(tx, plan);
    const { promoted, held_back: heldBack, graduated, left_out: leftOut } = counts;
    return {
      from: from.name,
      to: known?.name ?? ("name" in plan.to ? plan.to.name : ""),
      counts: { promoted, heldBack, graduated, leftOut },
      sectionCount: wanted.length,
      classCount: old.classIds.length,
    };
  });
}
