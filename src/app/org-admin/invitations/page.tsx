import type { SearchParams } from "nuqs/server";
import { Invitations } from "../../_invitations/invitations";
import { WHOLE_SCHOOL } from "../../_invitations/reach";

export { invitationsMetadata as generateMetadata } from "../../_invitations/invitations";

export default function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Invitations reach={WHOLE_SCHOOL} searchParams={searchParams} />;
}
