import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { readStatuses } from "./change-status";
import { requireStudent } from "./policies";

/** How the enrolment status of a student within the actor's reach came to be, the newest first. */
export async function listStatuses(actor: OrganizationActor, { id }: { id: string }) {
  return readInOrganization(actor, async (tx) => {
    const [, statuses] = await Promise.all([requireStudent(tx, id), readStatuses(tx, id)]);
    return statuses;
  });
}
