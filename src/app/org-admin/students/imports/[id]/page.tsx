import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { firstGroup } from "@/components/student-import/check/first-group";
import { ImportPage } from "@/components/student-import/import-page";
import { loadImportUrl, rowsInput } from "@/components/student-import/import-url";
import { isUuid } from "@/lib/ids";
import { getQueryClient, HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../../_shell/require";

interface ImportRoute {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** One import; a missing one and another school's are the same "not found". */
const findImport = cache(async (id: string) => {
  await requirePermission("student:import");
  if (!isUuid(id)) notFound();
  try {
    return await getQueryClient().fetchQuery(trpc.studentImport.get.queryOptions({ id }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: ImportRoute): Promise<Metadata> {
  return { title: (await findImport((await params).id)).fileName };
}

export default async function Page({ params, searchParams }: ImportRoute) {
  const [{ id }, url] = await Promise.all([params, loadImportUrl(searchParams)]);
  const found = await findImport(id);
  if ((found.state === "checked" || found.state === "held") && url.step === null) {
    const group = url.group ?? firstGroup(found);
    prefetch(trpc.studentImport.list.queryOptions({ limit: 1 }));
    if (group === "error" || group === "odd") prefetch(trpc.studentImport.problems.queryOptions({ id }));
    else prefetch(trpc.studentImport.rows.queryOptions(rowsInput(id, group, url.after)));
  }
  return (
    <HydrateClient>
      <ImportPage id={id} />
    </HydrateClient>
  );
}
