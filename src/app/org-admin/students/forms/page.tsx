import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { inputOf, loadFormUrl } from "@/components/student-exports/export-url";
import { FormsScreen } from "@/components/student-exports/forms-screen";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("studentExports.forms"))("title") };
}

/** Where the ministry's forms are filled in. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("student:export");
  const { year } = await loadFormUrl(searchParams);
  prefetch(trpc.studentExport.options.queryOptions(inputOf(year)));
  prefetch(trpc.organization.get.queryOptions());
  return (
    <HydrateClient>
      <FormsScreen />
    </HydrateClient>
  );
}
