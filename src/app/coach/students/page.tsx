import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { CoachStudents } from "@/components/students/coach/coach-students";
import { filterOf, loadCoachStudentsUrl, pageOf } from "@/components/students/coach/coach-students-url";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("students.coach"))("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("student:list-own-classes");
  const url = await loadCoachStudentsUrl(searchParams);
  prefetch(trpc.student.list.queryOptions(pageOf(url)));
  prefetch(trpc.student.counts.queryOptions(filterOf(url)));
  prefetch(trpc.class.options.queryOptions());
  return (
    <HydrateClient>
      <CoachStudents />
    </HydrateClient>
  );
}
