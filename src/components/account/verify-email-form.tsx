"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { useTRPC } from "@/trpc/client";
import { useErrorWords } from "./use-error-words";

/** Confirms an address by a press: programs that open every link of a message must not use it up. */
export function VerifyEmailForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const words = useErrorWords();
  const trpc = useTRPC();
  const verify = useMutation(trpc.account.verifyEmail.mutationOptions());

  if (verify.isSuccess)
    return (
      <div className="grid gap-5">
        <Callout tone="success" role="status" title={t("verify.doneTitle")}>
          {t("verify.doneBody", { email: verify.data.email })}
        </Callout>
        <ButtonLink href="/sign-in" variant="primary" block>
          {t("signIn.submit")}
        </ButtonLink>
      </div>
    );
  return (
    <div className="grid gap-5">
      {verify.error ? (
        <Callout tone="danger" role="alert">
          {words.ofError(verify.error).message}
        </Callout>
      ) : null}
      <Button variant="primary" block pending={verify.isPending} onPress={() => verify.mutate({ token })}>
        {t("verify.submit")}
      </Button>
      {verify.error ? (
        <p className="flex flex-wrap gap-x-4 text-sm">
          <Link href="/register">{t("verify.again")}</Link>
          <Link href="/sign-in">{t("backToSignIn")}</Link>
        </p>
      ) : null}
    </div>
  );
}
