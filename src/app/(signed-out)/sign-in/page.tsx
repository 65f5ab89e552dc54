import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/account/sign-in-form";
import { Link } from "@/components/ui/link";
import { safeReturnPath } from "@/lib/return-path";
import { requestContext } from "@/trpc/server";
import { oneParam, type SearchParams } from "../_components/search-params";
import { SignedOutPage } from "../_components/signed-out-page";
import { signedOutSchool } from "../_components/signed-out-school";

const MAX_EMAIL = 254;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  // The one page to be found from outside.
  return { title: t("signIn.pageTitle"), robots: { index: true } };
}

/** E-mail and password; who is signed in already goes on. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const [t, { session }, callbackUrl, email] = await Promise.all([
    getTranslations("auth"),
    requestContext(),
    oneParam(searchParams, "callbackUrl"),
    oneParam(searchParams, "email"),
  ]);
  const returnTo = safeReturnPath(callbackUrl);
  if (session) redirect(returnTo);
  const { canRegister } = await signedOutSchool();
  return (
    <SignedOutPage
      title={t("signIn.title")}
      description={t("signIn.description")}
      foot={
        canRegister ? (
          <span>
            {t("signIn.noAccount")} <Link href="/register">{t("register.link")}</Link>
          </span>
        ) : null
      }
    >
      <SignInForm returnTo={returnTo} email={email?.slice(0, MAX_EMAIL)} />
    </SignedOutPage>
  );
}
