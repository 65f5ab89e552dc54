import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { enrollments } from "@/db/schema/tenant/classes";
import { createClassInput, enrollInput, listClassesInput } from "@/domain/class";
import { createClass, enroll, listClasses } from "@/server/services/class";
import { yearIdOf } from "./academics";
import { asOperator } from "./operator";
import { addPerson, type TestPerson, type TestSchool } from "./schools";

/** For tests of classes: through the verbs, as an admin of the school. */

const admin = (school: TestSchool) => school.actor(school.people.ORG_ADMIN);

/** A class that the school's coach leads, unless said; its year is given by name. */
export async function openClass(
  school: TestSchool,
  { year, ...given }: Partial<z.input<typeof createClassInput>> & { name: string; year?: string },
): Promise<string> {
  const yearId = year ? await yearIdOf(school, year) : undefined;
  const input = createClassInput.parse({ leadId: school.people.COACH.id, yearId, ...given });
  return (await createClass(admin(school), input)).id;
}

/** New students, in the order of their names: "Pupil 01", "Pupil 02", … */
export function addPupils(
  operatorUrl: string,
  school: TestSchool,
  count: number,
  word = "Pupil",
): Promise<TestPerson[]> {
  return asOperator(operatorUrl, async (tx) => {
    const made: TestPerson[] = [];
    for (let index = 1; index <= count; index += 1) {
      const name = `${word} ${String(index).padStart(2, "0")}`;
      made.push(await addPerson(tx, school.id, { role: "STUDENT", name }));
    }
    return made;
  });
}

/** Enrols these people in their order. */
export function enrolAll(school: TestSchool, id: string, people: readonly { id: string }[]) {
  return enroll(admin(school), enrollInput.parse({ id, userIds: people.map((person) => person.id) }));
}

/** The names of all classes that the actor's list shows. */
export async function classNames(
  actor: Parameters<typeof listClasses>[0],
  given: z.input<typeof listClassesInput> = {},
): Promise<string[]> {
  return (await listClasses(actor, listClassesInput.parse(given))).rows.map(({ name }) => name);
}

/** Ids of who has a seat, and of who waits, in the order of the waiting list. */
export function placesOf(operatorUrl: string, school: TestSchool, classId: string) {
  return asOperator(operatorUrl, async (tx) => {
    await tx.enterPlacement(school.placement);
    const rows = await tx.db
      .select({ userId: enrollments.userId, state: enrollments.state, waitNumber: enrollments.waitNumber })
      .from(enrollments)
      .where(and(eq(enrollments.organizationId, school.id), eq(enrollments.classId, classId)))
      .orderBy(sql`${enrollments.waitNumber} nulls first`, enrollments.id);
    const inState = (state: string) => rows.filter((row) => row.state === state).map(({ userId }) => userId);
    return {
      active: inState("active"),
      waiting: inState("waiting"),
      waitNumbers: rows.flatMap(({ waitNumber }) => waitNumber ?? []),
      withdrawn: inState("withdrawn"),
    };
  });
}
