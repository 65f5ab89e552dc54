import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterForm } from "@/components/account/register-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { SignedOutPage } from "../_components/signed-out-page";
import { signedOutSchool } from "../_components/signed-out-school";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("register.pageTitle") };
}

/** Asks for an account in the default school, where that takes in who registers. */
export default async function Page() {
  const [t, { canRegister, name }] = await Promise.all([getTranslations("auth"), signedOutSchool()]);
  if (!canRegister)
    return (
      <SignedOutPage
        title={t("register.closedTitle")}
        description={t("register.closedBody", { school: name })}
      >
        <div>
          <ButtonLink href="/sign-in">{t("register.closedSignIn")}</ButtonLink>
        </div>
      </SignedOutPage>
    );
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
