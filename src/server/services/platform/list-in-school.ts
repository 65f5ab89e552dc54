import type { Actor } from "@/db/scope";
import type { SchoolClassesInput, SchoolPeopleInput } from "@/domain/school";
import { listClasses } from "../class";
import { listUsers } from "../user";
import { insideSchool } from "./inside-school";

/** One page of the members of any school, read in that school's own scope. */
export async function listSchoolPeople(actor: Actor, { organizationId, ...input }: SchoolPeopleInput) {
  return listUsers(await insideSchool(actor, organizationId), input);
}

/** One page of the classes of any school, read in its own scope: names and counts, and nobody in them. */
export async function listSchoolClasses(actor: Actor, { organizationId, ...wanted }: SchoolClassesInput) {
  const page = await listClasses(await insideSchool(actor, organizationId), {
    ...{ ...wanted, years: [], seats: [], withoutLead: false },
    ...{ sort: "name", direction: "asc" },
  });
  return {
    ...page,
    rows: page.rows.map(({ id, name, year, state, capacity, studentCount, waitingCount, coachCount }) => ({
      ...{ id, name, year, state, capacity },
      ...{ studentCount, waitingCount, coachCount },
    })),
  };
}
