"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { useTRPC } from "@/trpc/client";
import { EmailSides } from "./email-sides";
import { useErrorWords } from "./use-error-words";

export interface ConfirmEmailProps {
  token: string;
  change: {
    side: "old" | "new";
    oldEmail: string;
    newEmail: string;
    oldConfirmed: boolean;
    newConfirmed: boolean;
  };
}

/** Confirms one side of a change of address, and says which side is missing still. */
export function ConfirmEmail({ token, change }: ConfirmEmailProps) {
  const t = useTranslations("auth.confirmEmail");
  const words = useErrorWords();
  const trpc = useTRPC();
  const confirm = useMutation(trpc.account.confirmEmailChange.mutationOptions());
  const { side, oldEmail, newEmail, oldConfirmed, newConfirmed } = confirm.data ?? change;

  if (confirm.data?.state === "done")
    return (
      <div className="grid gap-5">
        <Callout tone="success" role="status" title={t("doneTitle")}>
          {t("doneBody", { email: newEmail })}
        </Callout>
        <ButtonLink href="/account" variant="primary" block>
          {t("toAccount")}
        </ButtonLink>
      </div>
    );
  const done = side === "old" ? oldConfirmed : newConfirmed;
  return (
    <div className="grid gap-5">
      <div role="status" className="empty:hidden">
        {done ? (
          <Callout tone="success" title={t("halfTitle")}>
            {t("halfBody", { email: side === "old" ? newEmail : oldEmail })}
          </Callout>
        ) : null}
      </div>
      {confirm.error ? (
        <Callout tone="danger" role="alert">
          {words.ofError(confirm.error).message}
        </Callout>
      ) : null}
      <EmailSides
        sides={[
          { label: t("sideOld", { email: oldEmail }), confirmed: oldConfirmed },
          { label: t("sideNew", { email: newEmail }), confirmed: newConfirmed },
        ]}
        confirmed={t("confirmed")}
        missing={t("missing")}
      />
      {done ? null : (
        <Button variant="primary" block pending={confirm.isPending} onPress={() => confirm.mutate({ token })}>
          {t("submit")}
        </Button>
      )}
      {side === "old" ? (
        <p className="text-sm">
          <Link href={`/confirm-email?token=${token}&answer=stop`}>{t("notMe")}</Link>
        </p>
      ) : null}
    </div>
  );
}
