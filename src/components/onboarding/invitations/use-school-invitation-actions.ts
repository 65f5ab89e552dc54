"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";

type Named = { id: string; name: string };

/** Sending again, withdrawing and taking that back, with what is to be said of them. */
export function useSchoolInvitationActions() {
  const t = useTranslations("schoolInvitations.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = {
    onSettled: () => queryClient.invalidateQueries(trpc.schoolInvitation.pathFilter()),
    onError: (error: unknown) => void toast(errorText(error).message),
  };
  const resend = useMutation(trpc.schoolInvitation.resend.mutationOptions(settled));
  const revoke = useMutation(trpc.schoolInvitation.revoke.mutationOptions(settled));
  const restore = useMutation(trpc.schoolInvitation.restore.mutationOptions(settled));

  const bringBack = ({ id, name }: Named) =>
    restore.mutate({ id }, { onSuccess: () => void toast(t("restored", { name })) });
  return {
    pending: resend.isPending || revoke.isPending || restore.isPending,
    resend: ({ id, name }: Named) =>
      resend.mutate({ id }, { onSuccess: () => void toast(t("resent", { name })) }),
    revoke: (row: Named) =>
      revoke.mutate(
        { id: row.id },
        {
          onSuccess: () =>
            void toast(t("revoked", { name: row.name }), {
              label: t("undo"),
              onAction: () => bringBack(row),
            }),
        },
      ),
    restore: bringBack,
  };
}

export type SchoolInvitationActions = ReturnType<typeof useSchoolInvitationActions>;
