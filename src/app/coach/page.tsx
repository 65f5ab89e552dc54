import { Send } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { requirePermission, requireSession } from "../_shell/require";
import { OwnClasses } from "./_components/own-classes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.places"))("home") };
}

/** A coach's first page: the classes they lead, and the way to invite into them. */
export default async function Page() {
  await requirePermission("class:manage-own");
  const [{ account }, t] = await Promise.all([requireSession(), getTranslations("app.home")]);
  return (
    <PageBody>
      <PageHeader
        title={t("greeting", { name: account.name })}
        description={t("coachIntro")}
        actions={
          <ButtonLink href="/coach/invitations/new" variant="primary" icon={<Send />}>
            {t("invite")}
          </ButtonLink>
        }
      />
      <Suspense fallback={<SkeletonBlock label={t("coachTitle")} lines={3} />}>
        <OwnClasses />
      </Suspense>
    </PageBody>
  );
}
