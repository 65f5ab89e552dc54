import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotPasswordForm } from "@/components/account/forgot-password-form";
import { Link } from "@/components/ui/link";
import { SignedOutPage } from "../_components/signed-out-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("forgot.pageTitle") };
}

/** Asks for a link to choose a new password. */
export default async function Page() {
  const t = await getTranslations("auth");
  return (
    <SignedOutPage
      title={t("forgot.title")}
      description={t("forgot.description")}
      foot={<Link href="/sign-in">{t("backToSignIn")}</Link>}
    >
      <ForgotPasswordForm />
    </SignedOutPage>
  );
}
