import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RolloverPage } from "@/components/academics/rollover/rollover-page";
import { CrumbName } from "@/components/shell/crumb-name";
import { isUuid } from "@/lib/ids";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rollover"))("title") };
}

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ from?: string | string[] }>;
}) {
  await requirePermission("academics:manage");
  const [{ from }, t] = await Promise.all([searchParams, getTranslations("rollover")]);
  const fromYearId = isUuid(from) ? from : undefined;
  prefetch(trpc.rollover.draft.queryOptions({ fromYearId }));
  return (
    <HydrateClient>
      <CrumbName name={t("title")} />
      <RolloverPage fromYearId={fromYearId} />
    </HydrateClient>
  );
}
