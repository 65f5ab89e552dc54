import type { SearchParams } from "nuqs/server";
import { Invitations } from "../../_invitations/invitations";
import { OWN_CLASSES } from "../../_invitations/reach";

export { invitationsMetadata as generateMetadata } from "../../_invitations/invitations";

export default function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Invitations reach={OWN_CLASSES} searchParams={searchParams} />;
}
