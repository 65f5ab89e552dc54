"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { useTRPC } from "@/trpc/client";
import { useErrorWords } from "./use-error-words";

/** "It was not me": gives the change up, ends every session, and leads to a new password. */
export function StopEmailChange({ token }: { token: string }) {
  const t = useTranslations("auth.confirmEmail");
  const words = useErrorWords();
  const trpc = useTRPC();
  const stop = useMutation(trpc.account.stopEmailChange.mutationOptions());

  if (stop.isSuccess)
    return (
      <div className="grid gap-5">
        <Callout tone="success" role="status" title={t("stopDoneTitle")}>
          {t("stopDoneBody")}
        </Callout>
        <ButtonLink href="/forgot-password" variant="primary" block>
          {t("newPassword")}
        </ButtonLink>
      </div>
    );
  return (
    <div className="grid gap-5">
      {stop.error ? (
        <Callout tone="danger" role="alert">
          {words.ofError(stop.error).message}
        </Callout>
      ) : null}
      <Button variant="danger" block pending={stop.isPending} onPress={() => stop.mutate({ token })}>
        {t("stop")}
      </Button>
      <p className="text-sm">
        <Link href={`/confirm-email?token=${token}`}>{t("wasMe")}</Link>
      </p>
    </div>
  );
}
