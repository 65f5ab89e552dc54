"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import type { KeptPart } from "@/domain/record-merge-list";
import { useTRPC } from "@/trpc/client";

export type UndoOutcome = { failure: string } | { kept: KeptPart[] };

/** Takes merges back: says it where all of it came back, and answers with what did not. */
export function useUndoMerge() {
  const t = useTranslations("recordMerge");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshRecords();
  const undo = useMutation(trpc.recordMerge.undo.mutationOptions());
  const [outcome, setOutcome] = useState<UndoOutcome>();

  /** Whether all of it came back. */
  async function run(id: string): Promise<boolean> {
    setOutcome(undefined);
    try {
      const { kept } = await undo.mutateAsync({ id });
      await refresh();
      if (kept.length > 0) setOutcome({ kept });
      else toast(t("undone"));
      return kept.length === 0;
    } catch (error) {
      setOutcome({ failure: errorText(error).message });
      return false;
    }
  }
  return { run, outcome, pendingId: undo.isPending ? undo.variables.id : undefined };
}

/** Has everything that shows students or families asked for again. */
export function useRefreshRecords(): () => Promise<unknown> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [trpc.recordMerge.pathFilter(), trpc.student.pathFilter(), trpc.guardian.pathFilter()].map((filter) =>
        queries.invalidateQueries(filter),
      ),
    );
}
