import { NewInvitations } from "../../../_invitations/new-invitations";
import { OWN_CLASSES } from "../../../_invitations/reach";

export { newInvitationsMetadata as generateMetadata } from "../../../_invitations/new-invitations";

export default function Page() {
  return <NewInvitations reach={OWN_CLASSES} />;
}
