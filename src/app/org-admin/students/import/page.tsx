import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadImportsUrl } from "@/components/student-import/import-url";
import { ImportsPage } from "@/components/student-import/list/imports-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("studentImport"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("student:import");
  const { after } = await loadImportsUrl(searchParams);
  prefetch(trpc.studentImport.list.queryOptions({ limit: 1 }));
  prefetch(trpc.studentImport.list.queryOptions(after ? { cursor: after } : {}));
  return (
    <HydrateClient>
      <ImportsPage />
    </HydrateClient>
  );
}
