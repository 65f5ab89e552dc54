import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SendingPage } from "@/components/invitations/sending-page";
import { isUuid } from "@/lib/ids";
import { getQueryClient, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../_shell/require";
import type { InvitationsReach } from "./reach";

export async function sendingMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.crumbs"))("sending") };
}

export interface SendingProps {
  reach: InvitationsReach;
  params: Promise<{ id: string }>;
}

/** One sending: its progress, then its result. */
export async function Sending({ reach, params }: SendingProps) {
  await requirePermission(reach.permission);
  const { id } = await params;
  if (!isUuid(id)) notFound();
  // Awaited: an unknown sending is a page that is not there, and a running one has no result to fetch.
  const batch = await getQueryClient()
    .fetchQuery(trpc.invitation.getBatch.queryOptions({ id }))
    .catch(() => notFound());
  if (batch.status !== "sending") prefetch(trpc.invitation.getBatchResult.queryOptions({ id }));
  return (
    <HydrateClient>
      <SendingPage base={reach.base} id={id} />
    </HydrateClient>
  );
}
