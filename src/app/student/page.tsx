import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WelcomeHome } from "@/components/home/welcome-home";
import { requireSession } from "../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("app.places"))("home") };
}

/** A student's first page: the school, and what comes here later. */
export default async function Page() {
  const { account, organization } = await requireSession();
  const t = await getTranslations("app.home");
  return (
    <WelcomeHome name={account.name} school={organization?.name ?? ""} hint={t("studentHint")}>
      {t("student")}
    </WelcomeHome>
  );
}
