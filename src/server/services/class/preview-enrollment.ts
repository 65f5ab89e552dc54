import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { EnrollInput } from "@/domain/class";
import { ENROLLMENT_VERDICTS, type EnrollmentLine, type EnrollmentVerdict } from "@/domain/class-list";
import { DomainError } from "@/server/errors";
import { idsOf, judgeStudents, readAsked } from "./judge-students";
import { readMembers } from "./members";
import { requireClass } from "./policies";

/** What would become of each line of the list, and the seats left (null without a limit). Nothing is written. */
export async function previewEnrollment(actor: OrganizationActor, input: EnrollInput) {
  return readInOrganization(actor, async (tx) => {
    const [found, asked] = await Promise.all([requireClass(tx, input.id), readAsked(tx, input)]);
    if (found.state === "archived") throw new DomainError("conflict", "class.archived");
    const members = await readMembers(tx, idsOf(asked));
    const { lines, seatsLeft } = await judgeStudents(tx, found, asked, members);
    return { lines, counts: countVerdicts(lines), seatsLeft: found.capacity === null ? null : seatsLeft };
  });
}

function countVerdicts(lines: readonly EnrollmentLine[]): Record<EnrollmentVerdict, number> {
  const counts = Object.fromEntries(ENROLLMENT_VERDICTS.map((verdict) => [verdict, 0]));
  for (const { verdict } of lines) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts as Record<EnrollmentVerdict, number>;
}
