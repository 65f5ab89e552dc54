import { inOrganization, type OrganizationActor } from "@/db/scope";
import type { EnrollInput } from "@/domain/class";
import type { EnrollmentLine, EnrollmentResult } from "@/domain/class-list";
import { idsOf, judgeStudents, readAsked } from "./judge-students";
import { holdMembers } from "./members";
import { lockClass } from "./policies";
import { placeStudents } from "./seats";
import { tellPlaces } from "./tell";

/**
 * Enrols the students of a list whose verdicts allow it, in its order: while there are seats, then on the waiting list.
 * Judged under the class's lock, so that its capacity holds whoever else enrols. One result a line.
 */
export async function enroll(
  actor: OrganizationActor,
  input: EnrollInput,
): Promise<{ results: EnrollmentResult[]; enrolled: number; waiting: number }> {
  return inOrganization(actor, async (tx) => {
    const asked = await readAsked(tx, input);
    const members = await holdMembers(tx, idsOf(asked));
    const found = await lockClass(tx, input.id, "roster");
    const { lines } = await judgeStudents(tx, found, asked, members);
    const students = lines.flatMap(({ userId, name, verdict }) =>
      userId !== null && (verdict === "enroll" || verdict === "wait") ? [{ id: userId, name }] : [],
    );
    const { enrolled, waiting } = await placeStudents(tx, found, students);
    await tellPlaces(tx, [
      { change: "enrolled", class: found, students: enrolled },
      { change: "waiting", class: found, students: waiting },
    ]);
    return { results: lines.map(resultOf), enrolled: enrolled.length, waiting: waiting.length };
  });
}

// Under the lock nothing came in between the verdict and the act.
function resultOf({ verdict, ...line }: EnrollmentLine): EnrollmentResult {
  if (verdict === "enroll") return { ...line, outcome: "enrolled" };
  return { ...line, outcome: verdict === "wait" ? "waiting" : verdict };
}
