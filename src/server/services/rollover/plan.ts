import type { RolloverOutcome } from "@/domain/academics-list";
import type { RolloverTarget } from "@/domain/rollover-list";
import type { StudentStatus } from "@/domain/student-list";

export type PlanGrade = { id: string; name: string };
export type PlanSection = {
  id: string;
  gradeId: string;
  name: string;
  capacity: number | null;
  guideUserId: string | null;
};
export type PlanStudent = {
  id: string;
  firstNames: string;
  lastNames: string;
  gradeId: string | null;
  sectionId: string | null;
  listNumber: number | null;
  status: StudentStatus;
  lockedAt: Date | null;
};
/** A section of the new year by grade and name. */
export type Seat = { gradeId: string; name: string };
export type Judged = {
  student: PlanStudent;
  outcome: RolloverOutcome;
  gradeId: string | null;
  /** Null where they are in no section. */
  seat: Seat | null;
};
/** The old year as it is: grades in use, from the lowest to the highest. */
export type OldYear = {
  grades: readonly PlanGrade[];
  sections: readonly PlanSection[];
  students: readonly PlanStudent[];
};
/** What was chosen: where sections go that do not go where they go as a rule, and who stays. */
export type Choice = { targets: ReadonlyMap<string, RolloverTarget>; heldBack: ReadonlySet<string> };

/** Where a section goes as a rule: the next grade, under the same name; out of the school from the last grade. */
export function usualTarget(
  { gradeId, name }: Seat,
  grades: readonly PlanGrade[],
): RolloverTarget | undefined {
  const at = grades.findIndex(({ id }) => id === gradeId);
  if (at < 0) return undefined;
  const next = grades[at + 1];
  return next ? { kind: "section", gradeId: next.id, name } : { kind: "graduates" };
}

/**
 * What becomes of every student of the year: those whose section goes on go with it, those who are held back stay in the
 * grade under the same section, and who is not active, or in no grade, is left as they are.
 */
export function judgeStudents(
  { grades, sections, students }: OldYear,
  { targets, heldBack }: Choice,
): Judged[] {
  const byId = new Map(sections.map((section) => [section.id, section]));
  return students.map((student) => {
    const { gradeId, sectionId, status, lockedAt } = student;
    const section = sectionId ? byId.get(sectionId) : undefined;
    const leftOut: Judged = { student, outcome: "left_out", gradeId, seat: null };
    if (status !== "active" || lockedAt !== null || gradeId === null) return leftOut;
    if (heldBack.has(student.id))
      return {
        ...{ student, outcome: "held_back", gradeId },
        seat: section ? { gradeId, name: section.name } : null,
      };
    const target = section
      ? (targets.get(section.id) ?? usualTarget(section, grades))
      : usualTarget({ gradeId, name: "" }, grades);
    if (!target) return leftOut;
    if (target.kind === "graduates") return { student, outcome: "graduated", gradeId, seat: null };
    return {
      ...{ student, outcome: "promoted", gradeId: target.gradeId },
      seat: section ? { gradeId: target.gradeId, name: target.name } : null,
    };
  });
}

/**
 * The sections that the new year begins with: those of the old one, with their seats and if wanted their guides, and
 * those that somebody goes to.
 */
export function sectionsToHave(
  { grades, sections }: OldYear,
  judged: readonly Judged[],
  { keepGuides }: { keepGuides: boolean },
): (Seat & { capacity: number | null; guideUserId: string | null })[] {
  const inUse = new Set(grades.map(({ id }) => id));
  const copies = sections
    .filter(({ gradeId }) => inUse.has(gradeId))
    .map(({ gradeId, name, capacity, guideUserId }) => ({
      ...{ gradeId, name, capacity },
      guideUserId: keepGuides ? guideUserId : null,
    }));
  const wanted = judged.flatMap(({ seat }) => (seat ? [{ ...seat, capacity: null, guideUserId: null }] : []));
  // The first of a name counts: a copy knows its seats.
  const byKey = new Map([...copies, ...wanted].reverse().map((section) => [seatKey(section), section]));
  return [...byKey.values()].reverse();
}

/** What tells the sections of one year apart. */
export function seatKey({ gradeId, name }: Seat): string {
  return `${gradeId} ${name}`;
}

/** How many students each outcome has. */
export function countOutcomes(judged: readonly Judged[]): Record<RolloverOutcome, number> {
  const counts = { promoted: 0, held_back: 0, graduated: 0, left_out: 0 };
  for (const { outcome } of judged) counts[outcome] += 1;
  return counts;
}
