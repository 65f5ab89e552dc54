import { Plus, Send } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsStringLiteral, type SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { PageBody } from "@/components/ui/page-body";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { TREND_RANGES } from "@/domain/dashboard";
import { Greeting } from "../_home/greeting";
import { requirePermission } from "../_shell/require";
import { Attention } from "./_components/attention";
import { RecentActivity } from "./_components/recent-activity";
import { Trends } from "./_components/trends";

const loadRange = createLoader({ range: parseAsStringLiteral(TREND_RANGES).withDefault("30d") });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.places"))("dashboard") };
}

/** The admin's first page: what waits, how the school stands, what happened. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("statistics:read");
  const [{ range }, t] = await Promise.all([loadRange(searchParams), getTranslations("dashboard")]);
  return (
    <PageBody>
      <Greeting
        actions={
          <>
            <ButtonLink href="/org-admin/classes/new" icon={<Plus />}>
              {t("newClass")}
            </ButtonLink>
            <ButtonLink href="/org-admin/invitations/new" variant="primary" data-shortcut="n" icon={<Send />}>
              {t("invite")}
            </ButtonLink>
          </>
        }
      />
      <Suspense fallback={<SkeletonBlock label={t("loading")} lines={4} />}>
        <Attention />
      </Suspense>
      <Suspense key={range} fallback={<SkeletonBlock label={t("loadingTrends")} lines={5} />}>
        <Trends range={range} />
      </Suspense>
      <Suspense fallback={<SkeletonBlock label={t("loadingActivity")} lines={5} />}>
        <RecentActivity />
      </Suspense>
    </PageBody>
  );
}
