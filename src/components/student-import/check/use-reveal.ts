"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { ImportRow } from "../types";

type Row = Pick<ImportRow, "rowNumber" | "changes">;

/** What a row says of health and income is hidden until somebody asks for it: the reading is recorded. */
export function useReveal(id: string, { rowNumber, changes }: Row) {
  const trpc = useTRPC();
  const errorText = useErrorText();
  const [shown, setShown] = useState<ReadonlyMap<string, Row["changes"][number]>>();
  const kinds = [...new Set(changes.flatMap(({ sensitive }) => sensitive ?? []))];
  const { mutate, isPending } = useMutation(
    trpc.studentImport.showSensitive.mutationOptions({
      onSuccess: (found) => setShown(new Map(changesWith(changes, found.changes))),
      onError: (error) => toast(errorText(error).message),
    }),
  );
  return {
    hasHidden: kinds.length > 0 && shown === undefined,
    isPending,
    reveal: () => mutate({ id, rowNumber, kinds }),
    /** The change with its values, where they were asked for. */
    seen: (change: Row["changes"][number]) => {
      const known = shown?.get(change.field);
      return known ? { ...change, before: known.before, after: known.after, sensitive: null } : change;
    },
  };
}

function changesWith(
  changes: Row["changes"],
  found: readonly Pick<Row["changes"][number], "field" | "before" | "after">[],
): [string, Row["changes"][number]][] {
  const values = new Map(found.map((one) => [one.field, one]));
  return changes.flatMap((change): [string, Row["changes"][number]][] => {
    const value = values.get(change.field);
    return value ? [[change.field, { ...change, before: value.before, after: value.after }]] : [];
  });
}
