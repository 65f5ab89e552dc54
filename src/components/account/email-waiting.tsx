"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { toast } from "@/components/ui/toast";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import { EmailSides } from "./email-sides";
import { useErrorWords } from "./use-error-words";

export interface EmailWaitingProps {
  email: string;
  change: { newEmail: string; oldConfirmed: boolean; newConfirmed: boolean; expiresAt: Date };
}

/** A change of address that waits for its confirmations: who is missing, and the ways on. */
export function EmailWaiting({ email, change }: EmailWaitingProps) {
  const t = useTranslations("account.email");
  const words = useErrorWords();
  const { moment } = useDay();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries(trpc.account.emailChange.pathFilter());
  const resend = useMutation(
    trpc.account.resendEmailChange.mutationOptions({
      onSuccess: () => toast(t("resent")),
      onSettled: refresh,
    }),
  );
  const cancel = useMutation(
    trpc.account.cancelEmailChange.mutationOptions({
      onSuccess: () => toast(t("cancelled")),
      onSettled: refresh,
    }),
  );
  const failure = resend.error ?? cancel.error;
  return (
    <div className="grid gap-3">
      <Callout tone="info" role="status" title={t("waitingTitle", { email: change.newEmail })}>
        {t("waitingBody", { until: moment(change.expiresAt) })}
      </Callout>
      <EmailSides
        sides={[
          { label: t("sideOld", { email }), confirmed: change.oldConfirmed },
          { label: t("sideNew", { email: change.newEmail }), confirmed: change.newConfirmed },
        ]}
        confirmed={t("confirmed")}
        missing={t("notYet")}
      />
      {failure ? (
        <Callout tone="danger" role="alert">
          {words.ofError(failure).message}
        </Callout>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" pending={resend.isPending} onPress={() => resend.mutate()}>
          {t("resend")}
        </Button>
        <Button size="sm" variant="quiet" pending={cancel.isPending} onPress={() => cancel.mutate()}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
