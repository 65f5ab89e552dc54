import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonBlock } from "@/components/ui/skeleton";
import { requirePlatform } from "../require-platform";
import { Figures } from "./_components/figures";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platformStatistics");
  return { title: t("title") };
}

/** The platform in figures. */
export default async function Page() {
  await requirePlatform("platform:read-statistics");
  const t = await getTranslations("platformStatistics");
  return (
    <PageBody>
      <PageHeader title={t("title")} description={t("description")} />
      <Suspense fallback={<SkeletonBlock label={t("loading")} lines={8} />}>
        <Figures />
      </Suspense>
    </PageBody>
  );
}
