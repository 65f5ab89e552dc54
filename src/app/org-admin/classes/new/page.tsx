import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewClassPage } from "@/components/classes/forms/new-class-page";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePermission } from "../../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classes.new"))("title") };
}

export default async function Page() {
  await requirePermission("class:manage");
  prefetch(trpc.academics.options.queryOptions({}));
  return (
    <HydrateClient>
      <NewClassPage />
    </HydrateClient>
  );
}
