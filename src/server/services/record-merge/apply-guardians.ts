import { guardians, studentGuardians } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import type { ApplyMergeInput } from "@/domain/record-merge";
import { fullName } from "@/domain/student-list";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { guardianPairs, only, requireKnown, type Values } from "./fields";
import { moveRows, Notes, takeRow, writeRow } from "./notes";
import { type GuardianPlan, planGuardians } from "./plan-guardians";
import { type GuardianPair, readGuardianPair } from "./read-guardians";
import { findRefusals, refuseIf } from "./refusals";
import { guardianVersion } from "./version";

/** As `applyMerge`, of two guardians. */
export async function applyGuardians(
  tx: TenantTx,
  { keptId, mergedId, choices, version }: ApplyMergeInput,
): Promise<{ id: string }> {
  const pair = await readGuardianPair(tx, { keptId, mergedId }, { lock: true });
  const { kept, merged } = pair;
  refuseIf(await findRefusals(tx, "guardian", { kept: kept.row, merged: merged.row }));
  if (version !== undefined && version !== guardianVersion(pair))
    throw new DomainError("conflict", "merge.changed");
  requireKnown(guardianPairs(kept.row, merged.row), choices);
  const plan = planGuardians(pair, choices);
  const notes = new Notes();
  await writeGuardians(tx, pair, plan, notes);
  await moveChildren(tx, pair, plan, notes);
  const id = await notes.save(tx, { kind: "guardian", keptId, mergedId });
  await tell(tx, pair, plan);
  return { id };
}

async function writeGuardians(
  tx: TenantTx,
  { kept, merged }: GuardianPair,
  plan: GuardianPlan,
  notes: Notes,
): Promise<void> {
  const updatedAt = new Date();
  const given: Values = plan.account ? { userId: merged.row.userId } : {};
  const gone = plan.account ? { userId: null } : {};
  notes.changed(guardians, merged.row.id, only(merged.row, Object.keys(gone)), gone);
  await writeRow(tx, guardians, merged.row.id, { ...gone, mergedIntoId: kept.row.id, updatedAt });
  const after = { ...plan.guardian, ...given };
  const keys = personKeys({ ...kept.row, ...after });
  notes.changed(guardians, kept.row.id, only(kept.row, [...Object.keys(after), ...Object.keys(keys)]), {
    ...after,
    ...keys,
  });
  await writeRow(tx, guardians, kept.row.id, { ...after, ...keys, updatedAt });
}

async function moveChildren(
  tx: TenantTx,
  { kept, merged }: GuardianPair,
  { moves, joined }: GuardianPlan,
  notes: Notes,
): Promise<void> {
  const [from, to] = [merged.row.id, kept.row.id];
  const ids = moves.map(({ id }) => id);
  notes.moved(studentGuardians, ids, "guardianId", [from, to]);
  await moveRows(tx, studentGuardians, "guardianId", { ids, from, to });
  for (const { gone, stays, ...tie } of joined) {
    notes.removed(studentGuardians, gone.id, await takeRow(tx, studentGuardians, gone.id));
    if (tie.type === stays.type && tie.isPrimaryContact === stays.isPrimaryContact) continue;
    notes.changed(studentGuardians, stays.id, only(stays, Object.keys(tie)), tie);
    await writeRow(tx, studentGuardians, stays.id, { ...tie, updatedAt: new Date() });
  }
}

async function tell(tx: TenantTx, { kept, merged }: GuardianPair, plan: GuardianPlan): Promise<void> {
  const person = (row: { id: string; firstNames: string; lastNames: string }) => ({
    id: row.id,
    name: fullName(row),
  });
  const [stays, went] = [person({ ...kept.row, ...plan.guardian }), person(merged.row)];
  const children = plan.moves.length + plan.joined.length;
  const concerned = [...plan.moves, ...plan.joined.map(({ gone }) => gone)];
  await recordEvents(tx, [
    {
      action: "guardian.merged",
      subject: { type: "guardian", ...stays },
      before: only(kept.row, Object.keys(plan.guardian)),
      after: { ...plan.guardian, other: went, children },
    },
    {
      action: "guardian.merged_into",
      subject: { type: "guardian", ...went },
      after: { other: stays, children },
    },
    ...concerned.map(({ studentId, name }) => ({
      action: "student.guardian_merged",
      subject: { type: "student", id: studentId, name },
      before: { guardian: went },
      after: { guardian: stays },
    })),
  ]);
}
