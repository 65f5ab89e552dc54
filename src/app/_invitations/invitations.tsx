import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { InvitationsPage } from "@/components/invitations/invitations-page";
import { listInput, loadListView } from "@/components/invitations/list-params";
import { densitySchema } from "@/domain/preference-schemas";
import { api, HydrateClient, prefetch, trpc } from "@/trpc/server";
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
  const { userId } = await requirePermission(reach.permission);
  if (userId !== null) prefetch(trpc.view.list.queryOptions({ screen: "invitations" }));
  const view = await loadListView(searchParams);
  prefetch(trpc.invitation.list.queryOptions(listInput(view)));
  prefetch(trpc.invitation.counts.queryOptions());
  prefetch(trpc.invitation.listBatches.queryOptions());
  prefetch(trpc.class.options.queryOptions());
  const [{ settings }, jar] = await Promise.all([(await api()).organization.get(), cookies()]);
  const density = densitySchema.safeParse(jar.get("density")?.value).data ?? "comfortable";
  return (
    <HydrateClient>
      <InvitationsPage
        base={reach.base}
        days={settings["invitations.days"]}
        density={density}
        coach={reach === OWN_CLASSES}
        keepsViews={userId !== null}
      />
    </HydrateClient>
  );
}
