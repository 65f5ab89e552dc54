import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { SchoolsScreen } from "@/components/admin/schools-screen";
import { loadSchoolsUrl, pageOf } from "@/components/admin/schools-url";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission, requireSession } from "../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schools");
  return { title: t("title") };
}

/** The platform's schools; who is visiting one is led to it, since they leave it first. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  if ((await requireSession()).entered) redirect("/org-admin");
  const { organizationId } = await requirePermission("platform:list-organizations");
  prefetch(trpc.platform.listOrganizations.queryOptions(pageOf(await loadSchoolsUrl(searchParams))));
  return (
    <HydrateClient>
      <SchoolsScreen ownId={organizationId} />
    </HydrateClient>
  );
}
