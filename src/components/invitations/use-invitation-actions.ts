"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import type { InvitationResult } from "./types";

/** A link that the browser would not copy by itself. */
export type ShownLink = { email: string; url: string };

/**
 * Resending, revoking and copying links, with what is to be said of them afterwards. What is sent again is good for
 * `days`, or for as long as the school has set.
 */
export function useInvitationActions(days?: number) {
  const t = useTranslations("invitations.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [results, setResults] = useState<readonly InvitationResult[]>([]);
  const [link, setLink] = useState<ShownLink | null>(null);
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.invitation.pathFilter()),
      // It may be the invitation of a record.
      queryClient.invalidateQueries(trpc.recordAccount.pathFilter()),
    ]);
  const tell = (key: "resent" | "revoked") => (given: readonly InvitationResult[]) => {
    const done = given.filter(({ ok }) => ok).length;
    if (done < given.length) setResults(given);
    else toast(t(key, { count: done }));
  };
  const say = (error: unknown) => {
    toast(errorText(error).message);
  };
  const settled = { onSettled: refresh };
  const resend = useMutation(
    trpc.invitation.resend.mutationOptions({ ...settled, onSuccess: tell("resent"), onError: say }),
  );
  const revoke = useMutation(
    trpc.invitation.revoke.mutationOptions({ ...settled, onSuccess: tell("revoked") }),
  );

  async function copyLink({ id, email }: { id: string; email: string }) {
    const asked = client.invitation.copyLink.mutate({ id });
    try {
      // A browser allows copying right after a press only: it is handed a promise, not the answer.
      const text = asked.then(({ url }) => new Blob([url], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
      toast(t("copied", { email }));
    } catch {
      await asked.then(({ url }) => setLink({ email, url }), say);
    }
  }

  return {
    resend: (ids: string[]) => resend.mutate({ ids, expiresInDays: days }),
    resending: resend.isPending,
    revoke: (ids: string[]) => revoke.mutateAsync({ ids }),
    copyLink,
    results,
    forgetResults: () => setResults([]),
    link,
    forgetLink: () => setLink(null),
  };
}

export type InvitationActions = ReturnType<typeof useInvitationActions>;
