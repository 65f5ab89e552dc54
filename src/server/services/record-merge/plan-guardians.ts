import type { MergeChoice } from "@/domain/record-merge-list";
import { GUARDIAN_TYPES, type GuardianType } from "@/domain/student-list";
import { chosenValues, guardianPairs, type Values } from "./fields";
import type { ChildLink, GuardianPair } from "./read-guardians";

/** What a merge of two guardians writes. */
export type GuardianPlan = {
  guardian: Values;
  account: boolean;
  /** Ties that go over as they are. */
  moves: ChildLink[];
  /** Of a child of both one tie goes, and the other takes what was more in it. */
  joined: { gone: ChildLink; stays: ChildLink; type: GuardianType; isPrimaryContact: boolean }[];
};

export function planGuardians(
  { kept, merged }: GuardianPair,
  choices: Readonly<Record<string, MergeChoice>>,
): GuardianPlan {
  const open = merged.links.filter(({ isLocked }) => !isLocked);
  const joined = open.flatMap((gone) => {
    const stays = kept.links.find(({ studentId }) => studentId === gone.studentId);
    if (!stays) return [];
    const isPrimaryContact = stays.isPrimaryContact || gone.isPrimaryContact;
    return [{ gone, stays, type: moreOf(stays.type, gone.type), isPrimaryContact }];
  });
  return {
    guardian: chosenValues(guardianPairs(kept.row, merged.row), choices),
    account: merged.row.userId !== null && kept.row.userId === null,
    moves: open.filter((link) => !joined.some(({ gone }) => gone === link)),
    joined,
  };
}

function moreOf(one: GuardianType, other: GuardianType): GuardianType {
  return GUARDIAN_TYPES.indexOf(one) <= GUARDIAN_TYPES.indexOf(other) ? one : other;
}
