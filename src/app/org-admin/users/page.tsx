import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { UsersScreen } from "@/components/users/users-screen";
import { filterOf, loadUsersUrl, pageOf } from "@/components/users/users-url";
import { densitySchema } from "@/domain/preference-schemas";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("users");
  return { title: t("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { userId, role } = await requirePermission("user:list");
  const url = await loadUsersUrl(searchParams);
  prefetch(trpc.user.list.queryOptions(pageOf(url)));
  prefetch(trpc.user.counts.queryOptions(filterOf(url)));
  prefetch(trpc.class.options.queryOptions());
  prefetch(trpc.organization.get.queryOptions());
  if (userId !== null) prefetch(trpc.view.list.queryOptions({ screen: "users" }));
  if (url.person) prefetch(trpc.user.get.queryOptions({ id: url.person }));
  const density = densitySchema.safeParse((await cookies()).get("density")?.value).data ?? "comfortable";
  return (
    <HydrateClient>
      <UsersScreen viewer={{ userId, role }} density={density} start={new Date()} />
    </HydrateClient>
  );
}
