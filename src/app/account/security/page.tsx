import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { AccountFrame } from "@/components/account/account-frame";
import { AccountPart } from "@/components/account/account-part";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { SessionList } from "@/components/account/session-list";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requireSession } from "../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("pages.security") };
}

/** The password, and the devices on which one is signed in. */
export default async function Page() {
  const { account } = await requireSession();
  prefetch(trpc.session.list.queryOptions());
  const t = await getTranslations("account");
  return (
    <AccountFrame>
      <AccountPart title={t("password.title")} description={t("password.description")}>
        <ChangePasswordForm email={account.email} />
      </AccountPart>
      <HydrateClient>
        <Suspense
          fallback={
            <AccountPart title={t("sessions.title")}>
              <SkeletonBlock label={t("sessions.loading")} />
            </AccountPart>
          }
        >
          <SessionList />
        </Suspense>
      </HydrateClient>
    </AccountFrame>
  );
}
