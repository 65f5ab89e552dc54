import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { inputOf, loadListsUrl } from "@/components/student-exports/export-url";
import { ListsScreen } from "@/components/student-exports/lists-screen";
import { can } from "@/domain/permissions";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("studentExports.lists"))("title") };
}

/** Where lists of sections and the whole Matrícula are taken out. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { role } = await requirePermission("student:export");
  const { year } = await loadListsUrl(searchParams);
  prefetch(trpc.studentExport.options.queryOptions(inputOf(year)));
  return (
    <HydrateClient>
      <ListsScreen rights={{ health: can(role, "health:manage"), income: can(role, "income:read") }} />
    </HydrateClient>
  );
}
