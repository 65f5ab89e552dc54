import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { InvitePage } from "@/components/invitations/invite-page";
import { PageBody } from "@/components/ui/page-body";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { invitableRoles } from "@/domain/invitable-roles";
import { invitationReach } from "@/domain/permissions";
import { api, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../_shell/require";
import type { InvitationsReach } from "./reach";

export async function newInvitationsMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations.new"))("title") };
}

/** Inviting people: the list, the verdicts, the sending. */
export async function NewInvitations({ reach }: { reach: InvitationsReach }) {
  const actor = await requirePermission(reach.permission);
  prefetch(trpc.class.options.queryOptions());
  const [{ settings }, t] = await Promise.all([
    (await api()).organization.get(),
    getTranslations("invitations"),
  ]);
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
          userId={actor.userId ?? `${actor.accountId}.${actor.organizationId}`}
          roles={invitableRoles(actor.role, settings)}
          needsClass={invitationReach(actor.role) === "own-classes"}
          days={settings["invitations.days"]}
          now={Date.now()}
        />
      </Suspense>
    </HydrateClient>
  );
}
