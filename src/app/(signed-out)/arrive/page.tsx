import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { safeReturnPath } from "@/lib/return-path";
import { isToken } from "@/lib/tokens";
import { api, requestContext } from "@/trpc/server";
import { SchoolPage } from "../_components/school-page";
import { oneParam, type SearchParams } from "../_components/search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.arrive");
  // The address holds a token: it is told to nobody else. Without any referrer a form is sent from no origin.
  return { title: t("pageTitle"), referrer: "same-origin" };
}

/** Asks who comes from the platform's address by another browser's link, or by one that could not be told apart. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const [t, token, to, { place }] = await Promise.all([
    getTranslations("auth.arrive"),
    oneParam(searchParams, "token"),
    oneParam(searchParams, "to"),
    requestContext(),
  ]);
  if (!place.school) notFound();
  const { name, logoUrl, settings } = place.school;
  // Not the look of sign-in pages: this one stands before a closed school too, for who visits it.
  const frame = {
    school: {
      name,
      logoUrl,
      primaryColor: settings["branding.primaryColor"],
      motto: settings["branding.motto"],
    },
  };
  const person = token && (await find(token));
  if (!token || !person)
    return (
      <SchoolPage {...frame} title={t("goneTitle")} description={t("goneBody")}>
        <ButtonLink href="/sign-in" block>
          {t("signIn")}
        </ButtonLink>
      </SchoolPage>
    );
  return (
    <SchoolPage
      {...frame}
      title={t("title", { school: name })}
      description={t("body", { email: person.email })}
    >
      <form method="post" action="/api/hand-off/arrive" className="grid gap-2">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="to" value={safeReturnPath(to)} />
        <Button type="submit" variant="primary" block>
          {t("submit", { name: person.name })}
        </Button>
        <ButtonLink href="/sign-in" block>
          {t("other")}
        </ButtonLink>
      </form>
    </SchoolPage>
  );
}

async function find(token: string) {
  if (!isToken(token)) return undefined;
  const caller = await api();
  return caller.account.openHandOff({ token }).catch(() => undefined);
}
