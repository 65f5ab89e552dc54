import { and, eq } from "drizzle-orm";
import { academicYears } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import type { RolloverPlan } from "@/domain/rollover";
import { DomainError, notFound } from "@/server/errors";
import { countOutcomes, judgeStudents, sectionsToHave } from "./plan";
import { readOldYear, readYear, type YearRow } from "./read-year";

/**
 * What the plan would do, checked against the school as it is; with `lock` nobody changes the years or the students
 * meanwhile. Throws NOT_FOUND for a year, section, grade or student that the plan names and the old year has not, and
 * CONFLICT where either year is closed, they are the same, or the new one's name is taken.
 */
export async function judgePlan(tx: TenantTx, plan: RolloverPlan, { lock = false } = {}) {
  const from = await readYear(tx, plan.fromYearId, { lock });
  if (from.state === "closed") throw closed(from);
  const known = "yearId" in plan.to ? await readYear(tx, plan.to.yearId, { lock }) : undefined;
  if (known?.id === from.id) throw new DomainError("conflict", "rollovers.sameYear", { field: "to" });
  if (known?.state === "closed") throw closed(known);
  if ("name" in plan.to) await refuseTakenName(tx, plan.to.name);
  const old = await readOldYear(tx, from.id, { lock });
  const sectionIds = new Set(old.sections.map(({ id }) => id));
  const gradeIds = new Set(old.grades.map(({ id }) => id));
  const active = new Set(old.students.flatMap(({ id, status }) => (status === "active" ? [id] : [])));
  for (const { sectionId, target } of plan.targets)
    if (!sectionIds.has(sectionId) || (target.kind === "section" && !gradeIds.has(target.gradeId)))
      throw notFound();
  // Somebody may have left since they were ticked: they are counted with those who did not go on.
  const heldBack = new Set(plan.heldBack.filter((id) => active.has(id)));
  const targets = new Map(plan.targets.map(({ sectionId, target }) => [sectionId, target]));
  const judged = judgeStudents(old, { targets, heldBack });
  return {
    from,
    known,
    old,
    judged,
    counts: countOutcomes(judged),
    wanted: sectionsToHave(old, judged, { keepGuides: plan.keepGuides }),
  };
}

function closed({ name }: YearRow): DomainError {
  return new DomainError("conflict", "academics.yearClosed", { values: { name } });
}

async function refuseTakenName(tx: TenantTx, name: string): Promise<void> {
  const taken = await tx.db.$count(
    academicYears,
    and(eq(academicYears.organizationId, tx.actor.organizationId), eq(academicYears.name, name)),
  );
  if (taken > 0)
    throw new DomainError("conflict", "academics.yearTaken", { field: "name", values: { name } });
}
