import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticesScreen } from "@/components/account/notices-screen";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requireSession } from "../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("pages.notices") };
}

/** What reaches one by e-mail; every notice links here. */
export default async function Page() {
  const { account } = await requireSession();
  prefetch(trpc.account.notices.queryOptions());
  return (
    <HydrateClient>
      <NoticesScreen email={account.email} />
    </HydrateClient>
  );
}
