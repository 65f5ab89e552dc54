import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { TransfersScreen } from "@/components/student-transfers/list/transfers-screen";
import { loadTransfersUrl, pageOf } from "@/components/student-transfers/transfers-url";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("studentTransfers"))("title") };
}

/** The students who would come from other schools, and those who go to them. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("student:transfer");
  prefetch(trpc.studentTransfer.counts.queryOptions());
  prefetch(trpc.studentTransfer.list.queryOptions(pageOf(await loadTransfersUrl(searchParams))));
  return (
    <HydrateClient>
      <TransfersScreen />
    </HydrateClient>
  );
}
