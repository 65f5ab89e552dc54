"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import type { RecordKind } from "@/domain/record-account-list";
import { useTRPC } from "@/trpc/client";
import { useRefreshFamilies } from "../family/use-family";

/** The record whose account it is, as words and calls name it. */
export interface AccountRecord {
  kind: RecordKind;
  id: string;
  name: string;
}

/** Has everything that shows accounts of records asked for again. */
export function useRefreshAccounts(): () => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const families = useRefreshFamilies();
  return () => {
    families();
    void queries.invalidateQueries(trpc.recordAccount.pathFilter());
    void queries.invalidateQueries(trpc.invitation.pathFilter());
  };
}

/** Linking and unlinking, each said with the way back. */
export function useAccountActions({ kind, id, name }: AccountRecord) {
  const t = useTranslations("students.account");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshAccounts();
  const linking = useMutation(trpc.recordAccount.link.mutationOptions());
  const unlinking = useMutation(trpc.recordAccount.unlink.mutationOptions());

  async function takeBack(act: () => Promise<unknown>) {
    try {
      await act();
      toast(t("undone"));
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      refresh();
    }
  }

  /** Throws what the server said, for the form to show. */
  async function link(userId: string) {
    await linking.mutateAsync({ kind, id, userId });
    refresh();
    const undo = () => void takeBack(() => unlinking.mutateAsync({ kind, id, userId }));
    toast(t("linkDone", { name }), { label: t("undo"), onAction: undo });
  }

  async function unlink(userId: string) {
    try {
      await unlinking.mutateAsync({ kind, id, userId });
      const undo = () => void takeBack(() => linking.mutateAsync({ kind, id, userId }));
      toast(t("unlinkDone", { name }), { label: t("undo"), onAction: undo });
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      refresh();
    }
  }

  return {
    link,
    linking: linking.isPending,
    linkError: linking.error,
    unlink,
    unlinking: unlinking.isPending,
  };
}
