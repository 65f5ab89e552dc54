import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadAuditUrl, pageOf } from "@/components/audit/audit-url";
import { PlatformAuditScreen } from "@/components/audit/platform-audit-screen";
import { densitySchema } from "@/domain/preference-schemas";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePlatform } from "../require-platform";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditLog");
  return { title: t("titleOfAll") };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePlatform("platform:read-audit");
  const url = await loadAuditUrl(searchParams);
  prefetch(trpc.platformAudit.list.queryOptions(pageOf(url)));
  if (url.event) prefetch(trpc.platformAudit.get.queryOptions({ id: url.event }));
  const density = densitySchema.safeParse((await cookies()).get("density")?.value).data ?? "comfortable";
  return (
    <HydrateClient>
      <PlatformAuditScreen density={density} start={new Date()} />
    </HydrateClient>
  );
}
