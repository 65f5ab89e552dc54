import { NewInvitations } from "../../../_invitations/new-invitations";
import { WHOLE_SCHOOL } from "../../../_invitations/reach";

export { newInvitationsMetadata as generateMetadata } from "../../../_invitations/new-invitations";

export default function Page() {
  return <NewInvitations reach={WHOLE_SCHOOL} />;
}
