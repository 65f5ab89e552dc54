import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmEmail } from "@/components/account/confirm-email";
import { StopEmailChange } from "@/components/account/stop-email-change";
import { ButtonLink } from "@/components/ui/button-link";
import { isToken } from "@/lib/tokens";
import { api } from "@/trpc/server";
import { oneParam, type SearchParams } from "../_components/search-params";
import { SignedOutPage } from "../_components/signed-out-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.confirmEmail");
  // The address holds a token: it is told to nobody.
  return { title: t("pageTitle"), referrer: "no-referrer" };
}

/** Where both links of a change of address lead; opening it changes nothing, a button does. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const [t, token, answer] = await Promise.all([
    getTranslations("auth.confirmEmail"),
    oneParam(searchParams, "token"),
    oneParam(searchParams, "answer"),
  ]);
  const change = token && (await find(token));
  if (!token || !change) return <Ended title={t("unknownTitle")} body={t("unknownBody")} />;
  const { side, state, oldEmail, newEmail } = change;
  const stopping = answer === "stop" && side === "old";
  if (stopping && state !== "expired" && state !== "done")
    return (
      <SignedOutPage title={t("stopTitle")} description={t("stopBody", { oldEmail, newEmail })}>
        <StopEmailChange token={token} />
      </SignedOutPage>
    );
  if (state === "stopped") return <Ended title={t("stoppedTitle")} body={t("stoppedBody")} />;
  if (state === "expired") return <Ended title={t("expiredTitle")} body={t("expiredBody")} />;
  if (state === "done") return <Ended title={t("doneTitle")} body={t("doneBody", { email: newEmail })} />;
  return (
    <SignedOutPage
      title={side === "old" ? t("titleOld") : t("titleNew")}
      description={side === "old" ? t("bodyOld", { newEmail }) : t("bodyNew", { oldEmail })}
    >
      <ConfirmEmail token={token} change={change} />
    </SignedOutPage>
  );
}

async function find(token: string) {
  if (!isToken(token)) return undefined;
  const caller = await api();
  return caller.account.openEmailChange({ token }).catch(() => undefined);
}

async function Ended({ title, body }: { title: string; body: string }) {
  const t = await getTranslations("auth.confirmEmail");
  return (
    <SignedOutPage title={title} description={body}>
      <ButtonLink href="/account" block>
        {t("toAccount")}
      </ButtonLink>
    </SignedOutPage>
  );
}
