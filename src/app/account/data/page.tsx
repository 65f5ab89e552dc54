import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountFrame } from "@/components/account/account-frame";
import { AccountPart } from "@/components/account/account-part";
import { DownloadData } from "@/components/account/download-data";
import { requireSession } from "../../_shell/require";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("pages.data") };
}

/** The way to a copy of what is kept of one. */
export default async function Page() {
  await requireSession();
  const t = await getTranslations("account.data");
  return (
    <AccountFrame>
      <AccountPart title={t("title")} description={t("description")}>
        <DownloadData />
        <p className="text-sm text-ink-3">{t("note")}</p>
      </AccountPart>
    </AccountFrame>
  );
}
