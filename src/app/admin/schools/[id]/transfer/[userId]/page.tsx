import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { TransferPage } from "@/components/admin/transfer/transfer-page";
import { isUuid } from "@/lib/ids";
import { getQueryClient, HydrateClient, trpc } from "@/trpc/server";
import { requirePlatform } from "../../../../require-platform";
import { orNotFound } from "../../find-school";

interface Route {
  params: Promise<{ id: string; userId: string }>;
}

const findPerson = cache(async (organizationId: string, userId: string) => {
  await requirePlatform("user:transfer");
  if (!isUuid(organizationId) || !isUuid(userId)) notFound();
  return orNotFound(
    getQueryClient().fetchQuery(trpc.platform.person.queryOptions({ organizationId, userId })),
  );
});

export async function generateMetadata({ params }: Route): Promise<Metadata> {
  const [{ id, userId }, t] = await Promise.all([params, getTranslations("transfer")]);
  return { title: t("title", { name: (await findPerson(id, userId)).name }) };
}

/** Moves one member of a school to another. */
export default async function Page({ params }: Route) {
  const { id, userId } = await params;
  await findPerson(id, userId);
  return (
    <HydrateClient>
      <TransferPage organizationId={id} userId={userId} />
    </HydrateClient>
  );
}
