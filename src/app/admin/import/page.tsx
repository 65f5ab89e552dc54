import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/components/onboarding/import/import-screen";
import { requirePlatform } from "../require-platform";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schoolImport"))("title") };
}

/** Many schools invited at once, from a list. */
export default async function Page() {
  const { accountId } = await requirePlatform("platform:invite-school");
  return <ImportScreen userId={accountId ?? ""} />;
}
