import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { AuditScreen } from "@/components/audit/audit-screen";
import { loadAuditUrl, pageOf } from "@/components/audit/audit-url";
import { densitySchema } from "@/domain/preference-schemas";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditLog");
  return { title: t("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { userId, readOnly = false } = await requirePermission("audit:read");
  const url = await loadAuditUrl(searchParams);
  prefetch(trpc.audit.list.queryOptions(pageOf(url)));
  if (userId !== null) prefetch(trpc.view.list.queryOptions({ screen: "audit" }));
  if (url.event) prefetch(trpc.audit.get.queryOptions({ id: url.event }));
  const density = densitySchema.safeParse((await cookies()).get("density")?.value).data ?? "comfortable";
  return (
    <HydrateClient>
      <AuditScreen density={density} keepsViews={userId !== null} mayExport={!readOnly} start={new Date()} />
    </HydrateClient>
  );
}
