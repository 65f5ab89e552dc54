"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { AccountPart } from "./account-part";
import { signOut } from "./auth-client";
import { SessionItem } from "./session-item";
import { useErrorWords } from "./use-error-words";

/** Where one is signed in, and how to end it: one device, all others, or everywhere. */
export function SessionList() {
  const t = useTranslations("account");
  const words = useErrorWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data: sessions } = useSuspenseQuery(trpc.session.list.queryOptions());
  const [asking, setAsking] = useState(false);
  const refresh = () => queries.invalidateQueries(trpc.session.list.pathFilter());
  const revoke = useMutation(
    trpc.session.revoke.mutationOptions({ onSuccess: () => toast(t("sessions.ended")), onSettled: refresh }),
  );
  const revokeOthers = useMutation(
    trpc.session.revokeOthers.mutationOptions({
      onSuccess: ({ ended }) => toast(t("sessions.othersEnded", { ended })),
      onSettled: refresh,
    }),
  );
  const revokeAll = useMutation(trpc.session.revokeAll.mutationOptions());
  const failure = revoke.error ?? revokeOthers.error;

  async function leaveEverywhere() {
    await revokeAll.mutateAsync();
    // The cookie of this device goes too.
    await signOut();
  }

  return (
    <AccountPart title={t("sessions.title")} meta={t("sessions.count", { count: sessions.length })}>
      {failure ? (
        <Callout tone="danger" role="alert">
          {words.ofError(failure).message}
        </Callout>
      ) : null}
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            ending={revoke.isPending && revoke.variables.id === session.id}
            onEnd={() => revoke.mutate({ id: session.id })}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {sessions.length > 1 ? (
          <Button pending={revokeOthers.isPending} onPress={() => revokeOthers.mutate()}>
            {t("sessions.endOthers")}
          </Button>
        ) : null}
        <Button variant="danger-quiet" onPress={() => setAsking(true)}>
          {t("sessions.endAll")}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("sessions.endAllTitle")}
        confirmLabel={t("sessions.endAll")}
        onConfirm={leaveEverywhere}
        errorMessage={(error) => words.ofError(error).message}
      >
        <p>{t("sessions.endAllBody")}</p>
      </ConfirmDialog>
    </AccountPart>
  );
}
