import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import type { Area } from "@/components/classes/class-url";
import { ClassesScreen } from "@/components/classes/list/classes-screen";
import { filterOf, loadClassesUrl, pageOf } from "@/components/classes/list/classes-url";
import { can } from "@/domain/permissions";
import { densitySchema } from "@/domain/preference-schemas";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../_shell/require";

export async function classesMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.list"))("title") };
}

/** The classes within the viewer's reach. */
export async function Classes(props: { area: Area; searchParams: Promise<SearchParams> }) {
  const { area, searchParams } = props;
  const { role, userId } = await requirePermission(area === "/coach" ? "class:manage-own" : "class:manage");
  const url = await loadClassesUrl(searchParams);
  prefetch(trpc.class.list.queryOptions(pageOf(url)));
  prefetch(trpc.class.counts.queryOptions(filterOf(url)));
  prefetch(trpc.class.facets.queryOptions());
  if (userId !== null) prefetch(trpc.view.list.queryOptions({ screen: "classes" }));
  const density = densitySchema.safeParse((await cookies()).get("density")?.value).data ?? "comfortable";
  return (
    <HydrateClient>
      <ClassesScreen
        area={area}
        density={density}
        manages={area === "/org-admin" && can(role, "class:manage")}
        keepsViews={userId !== null}
      />
    </HydrateClient>
  );
}
