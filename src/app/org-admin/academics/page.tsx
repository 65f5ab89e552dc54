import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { AcademicsScreen } from "@/components/academics/academics-screen";
import { loadAcademicsUrl, structureInput } from "@/components/academics/academics-url";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("academics"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("academics:manage");
  const url = await loadAcademicsUrl(searchParams);
  prefetch(trpc.academics.get.queryOptions(structureInput(url)));
  return (
    <HydrateClient>
      <AcademicsScreen />
    </HydrateClient>
  );
}
