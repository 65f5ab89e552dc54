import { describe, expect, test } from "vitest";
import {
  countOutcomes,
  judgeStudents,
  type OldYear,
  type PlanStudent,
  sectionsToHave,
  usualTarget,
} from "./plan";

const grades = [1, 2, 3].map((n) => ({ id: `g${n}`, name: `Grade ${n}` }));
const section = (id: string, gradeId: string, name: string) => ({
  ...{ id, gradeId, name, capacity: 30, guideUserId: "guide" },
});
const sections = [section("1a", "g1", "A"), section("1b", "g1", "B"), section("3a", "g3", "A")];
const student = (id: string, given: Partial<PlanStudent> = {}): PlanStudent => ({
  ...{ id, firstNames: id, lastNames: "X", gradeId: "g1", sectionId: "1a", listNumber: 1 },
  ...{ status: "active", lockedAt: null },
  ...given,
});
const judge = (students: PlanStudent[], choice: Partial<Parameters<typeof judgeStudents>[1]> = {}) => {
  const old: OldYear = { grades, sections, students };
  const judged = judgeStudents(old, { targets: new Map(), heldBack: new Set(), ...choice });
  return {
    old,
    judged,
    shown: judged.map(({ outcome, gradeId, seat }) => [outcome, gradeId, seat?.name ?? null]),
  };
};

describe("a change of year", () => {
  test("goes to the next grade under the same name, and out from the last", () => {
    expect(usualTarget(section("1a", "g1", "A"), grades)).toEqual({
      kind: "section",
      gradeId: "g2",
      name: "A",
    });
    expect(usualTarget(section("3a", "g3", "A"), grades)).toEqual({ kind: "graduates" });
    expect(usualTarget(section("x", "gone", "A"), grades)).toBeUndefined();
  });

  test("moves who is active, and leaves the others as they are", () => {
    expect(
      judge([
        student("goes"),
        student("last", { gradeId: "g3", sectionId: "3a" }),
        student("without a section", { sectionId: null }),
        student("without a grade", { gradeId: null, sectionId: null }),
        student("gone", { status: "transferred" }),
        student("locked", { lockedAt: new Date() }),
      ]).shown,
    ).toEqual([
      ["promoted", "g2", "A"],
      ["graduated", "g3", null],
      ["promoted", "g2", null],
      ["left_out", null, null],
      ["left_out", "g1", null],
      ["left_out", "g1", null],
    ]);
  });

  test("holds back in the grade, under the same section, also from the last", () => {
    const { judged, shown } = judge([student("stays"), student("last", { gradeId: "g3", sectionId: "3a" })], {
      heldBack: new Set(["stays", "last"]),
    });
    expect(shown).toEqual([
      ["held_back", "g1", "A"],
      ["held_back", "g3", "A"],
    ]);
    expect(countOutcomes(judged)).toEqual({ promoted: 0, held_back: 2, graduated: 0, left_out: 0 });
  });

  test("follows what was chosen, and has the sections that are copied or gone to", () => {
    const { old, judged, shown } = judge([student("a"), student("b", { sectionId: "1b" })], {
      targets: new Map([
        ["1a", { kind: "section", gradeId: "g2", name: "Z" }],
        ["1b", { kind: "graduates" }],
      ]),
    });
    expect(shown).toEqual([
      ["promoted", "g2", "Z"],
      ["graduated", "g1", null],
    ]);
    const kept = (keepGuides: boolean) =>
      sectionsToHave(old, judged, { keepGuides }).map(({ gradeId, name, capacity, guideUserId }) => [
        ...[gradeId, name, capacity, guideUserId],
      ]);
    expect(kept(false)).toEqual([
      ["g1", "A", 30, null],
      ["g1", "B", 30, null],
      ["g3", "A", 30, null],
      ["g2", "Z", null, null],
    ]);
    expect(kept(true)[0]).toEqual(["g1", "A", 30, "guide"]);
  });
});
