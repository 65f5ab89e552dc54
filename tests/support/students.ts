import type { z } from "zod";
import { inOrganization } from "@/db/scope";
import { addGuardianInput } from "@/domain/guardian";
import { createStudentInput, listStudentsInput } from "@/domain/student";
import { listName } from "@/domain/student-list";
import { ensureGrades, findOrCreateSections, findOrCreateYear } from "@/server/services/academics";
import { addGuardian } from "@/server/services/guardian";
import { createStudent, listStudents } from "@/server/services/student";
import { asOperator } from "./operator";
import type { TestSchool } from "./schools";

/** For tests of students: through the verbs, as an admin of the school. */

const admin = (school: TestSchool) => school.actor(school.people.ORG_ADMIN);

/** A school year with two sections of the first two grades: ids by "1A", "1B", "2A", "2B", and of years and grades. */
export async function openYear(school: TestSchool, name = "2025-2026") {
  return inOrganization(admin(school), async (tx) => {
    const [year, [first, second]] = [await findOrCreateYear(tx, name), await ensureGrades(tx)];
    if (!first || !second) throw new Error("no grades");
    const pairs = [first, second].flatMap(({ id: gradeId }) => ["A", "B"].map((name) => ({ gradeId, name })));
    const made = await findOrCreateSections(tx, year.id, pairs);
    const sectionOf = (gradeId: string, name: string) =>
      made.find((section) => section.gradeId === gradeId && section.name === name)?.id ?? "";
    return {
      yearId: year.id,
      gradeIds: [first.id, second.id] as const,
      sections: {
        "1A": sectionOf(first.id, "A"),
        "1B": sectionOf(first.id, "B"),
        "2A": sectionOf(second.id, "A"),
        "2B": sectionOf(second.id, "B"),
      },
    };
  });
}

/** A new record; "Peña Rojas, Ana María" has the surnames first. */
export async function enterStudent(
  school: TestSchool,
  name: string,
  given: Partial<z.input<typeof createStudentInput>> = {},
): Promise<string> {
  const [lastNames = "", firstNames = ""] = name.split(", ");
  const input = createStudentInput.parse({
    ...{ firstNames, lastNames, gender: "female", birthDate: "2016-04-02" },
    ...given,
  });
  return (await createStudent(admin(school), input)).id;
}

/** The names that the actor's list shows, in order. */
export async function studentNames(
  actor: Parameters<typeof listStudents>[0],
  given: z.input<typeof listStudentsInput> = {},
): Promise<string[]> {
  return (await listStudents(actor, listStudentsInput.parse(given))).rows.map(listName);
}

/** Runs `fn` past row security where the school is placed. */
export function atPlacement<T>(
  operatorUrl: string,
  school: TestSchool,
  fn: Parameters<typeof asOperator<T>>[1],
): Promise<T> {
  return asOperator(operatorUrl, async (tx) => {
    await tx.enterPlacement(school.placement);
    return fn(tx);
  });
}

/** Adds a guardian, a new person unless an id is given; "Rojas, Rosa" has the surnames first. */
export async function tieGuardian(
  school: TestSchool,
  studentId: string,
  name: string,
  given: Partial<z.input<typeof addGuardianInput>> & { cedula?: string } = {},
) {
  const [lastNames = "", firstNames = ""] = name.split(", ");
  const { cedula, ...rest } = given;
  const person = { firstNames, lastNames, ...(cedula !== undefined && { cedula }) };
  const input = addGuardianInput.parse({
    ...{ studentId, type: "primary", relationship: "mother" },
    ...(rest.guardianId === undefined && { person }),
    ...rest,
  });
  return addGuardian(admin(school), input);
}
