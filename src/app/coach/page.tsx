import { Send } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBody } from "@/components/ui/page-body";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { Greeting } from "../_home/greeting";
import { requirePermission } from "../_shell/require";
import { CoachActions } from "./_components/coach-actions";
import { CoachAttention } from "./_components/coach-attention";
import { OwnClasses } from "./_components/own-classes";
import { PendingInvitations } from "./_components/pending-invitations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.places"))("home") };
}

/** A coach's first page: what waits today, their classes, and the invitations into them. */
export default async function Page() {
  await requirePermission("class:manage-own");
  const t = await getTranslations("app.home");
  const invite = (
    <ButtonLink href="/coach/invitations/new" icon={<Send />}>
      {t("invite")}
    </ButtonLink>
  );
  return (
    <PageBody>
      <Greeting
        actions={
          <>
            {invite}
            <Suspense>
              <CoachActions />
            </Suspense>
          </>
        }
      />
      <Suspense fallback={<SkeletonBlock label={t("coachTitle")} lines={5} />}>
        <CoachAttention />
        <OwnClasses />
        <PendingInvitations />
      </Suspense>
    </PageBody>
  );
}
