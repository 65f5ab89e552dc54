import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/trpc/server";
import { requirePermission } from "../../_shell/require";
import { OWN_RECORD } from "../../_students/reach";
import { Student } from "../../_students/student";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("students.self"))("title") };
}

/** A student's own record, where the school has linked it. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePermission("student:read-self");
  const [own] = await (await api()).student.mine();
  if (own)
    return (
      <Student reach={OWN_RECORD} params={Promise.resolve({ id: own.id })} searchParams={searchParams} />
    );
  const t = await getTranslations("students.self");
  return (
    <PageBody>
      <PageHeader title={t("title")} />
      <div className="py-8">
        <EmptyState drawing="classroom" title={t("emptyTitle")}>
          {t("emptyBody")}
        </EmptyState>
      </div>
    </PageBody>
  );
}
