import { getTranslations } from "next-intl/server";
import { MissingPage } from "@/components/shell/missing-page";
import { ButtonLink } from "@/components/ui/button-link";
import { StatePage } from "@/components/ui/state-page";
import { requestContext } from "@/trpc/server";
import { SignedInLayout } from "./_shell/signed-in-layout";

export { generateMetadata } from "./_shell/not-found-page";

/** Inside the shell for who is signed in; a page of its own for a visitor. */
export default async function NotFound() {
  const [{ session }, t, tUi] = await Promise.all([
    requestContext(),
    getTranslations("app"),
    getTranslations("ui"),
  ]);
  if (session)
    return (
      <SignedInLayout>
        <MissingPage />
      </SignedInLayout>
    );
  return (
    <StatePage
      product={t("name")}
      drawing="door"
      title={tUi("notFoundTitle")}
      actions={
        <ButtonLink href="/sign-in" variant="primary">
          {t("missing.signIn")}
        </ButtonLink>
      }
      foot={t("missing.foot")}
    >
      <p>{t("missing.visitor")}</p>
    </StatePage>
  );
}
