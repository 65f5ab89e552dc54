import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { SchoolsScreen } from "@/components/admin/schools-screen";
import { loadSchoolsUrl, pageOf } from "@/components/admin/schools-url";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePlatform } from "./require-platform";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schools");
  return { title: t("title") };
}

/** The platform's schools. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId } = await requirePlatform("platform:list-organizations");
  prefetch(trpc.platform.listOrganizations.queryOptions(pageOf(await loadSchoolsUrl(searchParams))));
  return (
    <HydrateClient>
      <SchoolsScreen ownId={organizationId} start={new Date()} />
    </HydrateClient>
  );
}
