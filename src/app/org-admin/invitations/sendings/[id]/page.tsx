import { WHOLE_SCHOOL } from "../../../../_invitations/reach";
import { Sending } from "../../../../_invitations/sending";

export { sendingMetadata as generateMetadata } from "../../../../_invitations/sending";

export default function Page({ params }: { params: Promise<{ id: string }> }) {
  return <Sending reach={WHOLE_SCHOOL} params={params} />;
}
