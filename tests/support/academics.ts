import { inOrganization } from "@/db/scope";
import { findOrCreateYear } from "@/server/services/academics";
import type { TestSchool } from "./schools";

/** The school's year of this name, made where there is none yet. */
export async function yearIdOf(school: TestSchool, name: string): Promise<string> {
  const actor = school.actor(school.people.ORG_ADMIN);
  return (await inOrganization(actor, (tx) => findOrCreateYear(tx, name))).id;
}
