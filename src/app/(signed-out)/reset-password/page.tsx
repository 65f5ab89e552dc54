import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetPasswordForm } from "@/components/account/reset-password-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { isToken } from "@/lib/tokens";
import { oneParam, type SearchParams } from "../_components/search-params";
import { SignedOutPage } from "../_components/signed-out-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  // The address holds a token: it is told to nobody.
  return { title: t("reset.pageTitle"), referrer: "no-referrer" };
}

/** Where the link of a forgotten password leads. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const [t, given] = await Promise.all([getTranslations("auth"), oneParam(searchParams, "token")]);
  const token = given && isToken(given) ? given : undefined;
  return (
    <SignedOutPage
      title={t("reset.title")}
      description={token ? t("reset.description") : undefined}
      foot={<Link href="/sign-in">{t("backToSignIn")}</Link>}
    >
      {token ? (
        <ResetPasswordForm token={token} />
      ) : (
        <>
          <Callout tone="warning">{t("reset.noToken")}</Callout>
          <ButtonLink href="/forgot-password" block>
            {t("reset.newLink")}
          </ButtonLink>
        </>
      )}
    </SignedOutPage>
  );
}
