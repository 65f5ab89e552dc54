import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { InvitationsPage } from "@/components/invitations/invitations-page";
import { listInput, loadListView } from "@/components/invitations/list-params";
import { DEFAULT_INVITATION_DAYS } from "@/domain/invitation";
import { densitySchema } from "@/domain/preferences";
import { HydrateClient, prefetch, requestContext, trpc } from "@/trpc/server";
import { requirePermission } from "../_shell/require";
import { type InvitationsReach, OWN_CLASSES } from "./reach";

export async function invitationsMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations"))("title") };
}

export interface InvitationsProps {
  reach: InvitationsReach;
  searchParams: Promise<SearchParams>;
}

/** The invitations within the reach. */
export async function Invitations({ reach, searchParams }: InvitationsProps) {
  await requirePermission(reach.permission);
  const view = await loadListView(searchParams);
  prefetch(trpc.invitation.list.queryOptions(listInput(view)));
  prefetch(trpc.invitation.counts.queryOptions());
  prefetch(trpc.invitation.listBatches.queryOptions());
  prefetch(trpc.class.list.queryOptions());
  const [{ session }, jar] = await Promise.all([requestContext(), cookies()]);
  const density = densitySchema.safeParse(jar.get("density")?.value).data ?? "comfortable";
  const days = session?.organization?.settings.defaults.invitationDays ?? DEFAULT_INVITATION_DAYS;
  return (
    <HydrateClient>
      <InvitationsPage base={reach.base} days={days} density={density} coach={reach === OWN_CLASSES} />
    </HydrateClient>
  );
}
