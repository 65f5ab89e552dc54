import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { InvitePage } from "@/components/invitations/invite-page";
import { PageBody } from "@/components/ui/page-body";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { DEFAULT_INVITATION_DAYS } from "@/domain/invitation";
import { invitationReach } from "@/domain/permissions";
import { rolesThatMayBeGivenBy } from "@/domain/roles";
import { HydrateClient, prefetch, requestContext, trpc } from "@/trpc/server";
import { requirePermission } from "../_shell/require";
import type { InvitationsReach } from "./reach";

export async function newInvitationsMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations.new"))("title") };
}

/** Inviting people: the list, the verdicts, the sending. */
export async function NewInvitations({ reach }: { reach: InvitationsReach }) {
  const actor = await requirePermission(reach.permission);
  prefetch(trpc.class.list.queryOptions());
  const [{ session }, t] = await Promise.all([requestContext(), getTranslations("invitations")]);
  const days = session?.organization?.settings.defaults.invitationDays ?? DEFAULT_INVITATION_DAYS;
  return (
    <HydrateClient>
      <Suspense
        fallback={
          <PageBody>
            <SkeletonBlock label={t("loading")} lines={5} />
          </PageBody>
        }
      >
        <InvitePage
          base={reach.base}
          userId={actor.userId ?? actor.name}
          roles={rolesThatMayBeGivenBy(actor.role)}
          needsClass={invitationReach(actor.role) === "own-classes"}
          days={days}
          now={Date.now()}
        />
      </Suspense>
    </HydrateClient>
  );
}
