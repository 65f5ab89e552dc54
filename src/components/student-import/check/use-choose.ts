"use client";

import { useIsMutating, useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { rowsInput } from "../import-url";
import type { ImportRow, RowsPage } from "../types";

/** Year, grade and section go together: whoever keeps one keeps all. */
const PLACE = ["student.year", "student.grade", "student.section"];

/** The changes of the row that are chosen with this one. */
export function chosenWith(row: ImportRow, field: string): string[] {
  const together = PLACE.includes(field) ? PLACE : [field];
  return row.changes.flatMap((change) => (together.includes(change.field) ? [change.field] : []));
}

type Choice = { take: boolean; rows?: { rowNumber: number; fields: string[] }[] };

/** Says which changes are made; the ticks stand at once, and fall back with the reason where that fails. */
export function useChoose(input: ReturnType<typeof rowsInput>) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const { queryKey } = trpc.studentImport.rows.queryOptions(input);
  const mutationKey = trpc.studentImport.choose.mutationKey();
  const underWay = useIsMutating({ mutationKey });
  const { mutate } = useMutation(
    trpc.studentImport.choose.mutationOptions({
      onMutate: async ({ take, rows }) => {
        await queryClient.cancelQueries({ queryKey });
        const before = queryClient.getQueryData(queryKey);
        queryClient.setQueryData(queryKey, (page) => page && chosenIn(page, { take, rows }));
        return { before };
      },
      onError: (error, _choice, kept) => {
        queryClient.setQueryData(queryKey, kept?.before);
        toast(errorText(error).message);
      },
      // Of several presses in a row only the last asks what the server has.
      onSettled: () => {
        if (queryClient.isMutating({ mutationKey }) > 1) return;
        void queryClient.invalidateQueries(trpc.studentImport.rows.pathFilter());
        void queryClient.invalidateQueries(trpc.studentImport.get.queryFilter({ id: input.id }));
      },
    }),
  );
  return { choose: (choice: Choice) => mutate({ id: input.id, ...choice }), isPending: underWay > 0 };
}

function chosenIn(page: RowsPage, { take, rows }: Choice): RowsPage {
  const fieldsOf = rows && new Map(rows.map(({ rowNumber, fields }) => [rowNumber, fields]));
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      changes: row.changes.map((change) => {
        const isMeant = !fieldsOf || fieldsOf.get(row.rowNumber)?.includes(change.field);
        return isMeant ? { ...change, kept: !take } : change;
      }),
    })),
  };
}
