import { inOrganization, type OrganizationActor } from "@/db/scope";
import { ensureGrades } from "./ensure-grades";

/** Gives a school without grades the usual ones; changes nothing where it has some. */
export async function createUsualGrades(actor: OrganizationActor): Promise<{ count: number }> {
  const grades = await inOrganization(actor, ensureGrades);
  return { count: grades.length };
}
