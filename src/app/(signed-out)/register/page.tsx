import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterForm } from "@/components/account/register-form";
import { Link } from "@/components/ui/link";
import { SignedOutPage } from "../_components/signed-out-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("register.pageTitle") };
}

/** Asks for an account in the default school. */
export default async function Page() {
  const t = await getTranslations("auth");
  return (
    <SignedOutPage
      title={t("register.title")}
      description={t("register.description")}
      foot={<Link href="/sign-in">{t("backToSignIn")}</Link>}
    >
      <RegisterForm />
    </SignedOutPage>
  );
}
