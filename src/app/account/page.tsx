import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfileScreen } from "@/components/account/profile-screen";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requireSession } from "../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

/** Who one is here. Without a way into a school the frame shows why, in place of this. */
export default async function Page() {
  const { user, organization } = await requireSession();
  if (!user || !organization) return null;
  prefetch(trpc.account.profile.queryOptions());
  prefetch(trpc.account.emailChange.queryOptions());
  return (
    <HydrateClient>
      <ProfileScreen school={organization.name} role={user.role} />
    </HydrateClient>
  );
}
