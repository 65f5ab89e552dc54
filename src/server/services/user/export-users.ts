import { inOrganization, type OrganizationActor } from "@/db/scope";
import { type ExportUsersInput, MAX_EXPORTED_USERS } from "@/domain/user";
import { recordEvents } from "../audit";
import { readPage, shownRow } from "./page";

/** Every member that the list shows, in its order, up to 50,000; who took the list out is recorded. */
export async function exportUsers(actor: OrganizationActor, input: ExportUsersInput) {
  return inOrganization(actor, async (tx) => {
    const rows = await readPage(tx, { ...input, limit: MAX_EXPORTED_USERS });
    await recordEvents(tx, [
      {
        action: "user.exported",
        subject: { type: "organization", id: actor.organizationId },
        after: { count: rows.length },
      },
    ]);
    return rows.map(shownRow);
  });
}
