import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { loadInvitationsUrl, pageOf } from "@/components/onboarding/invitations/invitations-url";
import { SchoolInvitationsScreen } from "@/components/onboarding/invitations/school-invitations-screen";
import { HydrateClient, prefetch, trpc } from "@/trpc/server";
import { requirePlatform } from "../require-platform";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schoolInvitations"))("title") };
}

/** The schools that were asked to join the platform. */
export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePlatform("platform:invite-school");
  prefetch(trpc.schoolInvitation.counts.queryOptions());
  prefetch(trpc.schoolInvitation.list.queryOptions(pageOf(await loadInvitationsUrl(searchParams))));
  return (
    <HydrateClient>
      <SchoolInvitationsScreen />
    </HydrateClient>
  );
}
