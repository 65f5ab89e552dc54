import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { StudentsScreen } from "@/components/students/list/students-screen";
import { filterOf, loadStudentsUrl, pageOf } from "@/components/students/list/students-url";
import { can } from "@/domain/permissions";
import { densitySchema } from "@/domain/preference-schemas";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("students.list"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { userId, role } = await requirePermission("student:list");
  const url = await loadStudentsUrl(searchParams);
  prefetch(trpc.student.list.queryOptions(pageOf(url)));
  prefetch(trpc.student.counts.queryOptions(filterOf(url)));
  prefetch(trpc.student.options.queryOptions());
  if (userId !== null) prefetch(trpc.view.list.queryOptions({ screen: "students" }));
  if (url.open) {
    prefetch(trpc.student.get.queryOptions({ id: url.open }));
    prefetch(trpc.student.family.queryOptions({ id: url.open }));
  }
  const density = densitySchema.safeParse((await cookies()).get("density")?.value).data ?? "comfortable";
  return (
    <HydrateClient>
      <StudentsScreen
        density={density}
        manages={can(role, "student:manage")}
        exports={can(role, "student:export")}
        imports={can(role, "student:import")}
        keepsViews={userId !== null}
      />
    </HydrateClient>
  );
}
