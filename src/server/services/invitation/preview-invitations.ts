import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { InvitationListInput } from "@/domain/invitation";
import type { InvitationVerdict } from "@/domain/invitation-verdict";
import { judgeList } from "./judge-list";

/** What would become of each line of the list. Nothing is written and nobody is mailed. */
export async function previewInvitations(
  actor: OrganizationActor,
  input: InvitationListInput,
): Promise<InvitationVerdict[]> {
  return readInOrganization(actor, (tx) => judgeList(tx, input));
}
