"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { Grade, Subject, Year } from "./types";

/** Asks again for all that a change of the structure can touch. */
export function useRefreshAcademics(): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      [trpc.academics.pathFilter(), trpc.class.pathFilter(), trpc.dashboard.pathFilter()].map((filter) =>
        queries.invalidateQueries(filter),
      ),
    );
  };
}

/** What is done to years, grades and subjects at once, without a dialog; a refusal stands above the page. */
export function useStructureActions() {
  const t = useTranslations("academics.done");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const refresh = useRefreshAcademics();
  const [refusal, setRefusal] = useState<string>();
  const setCurrent = useMutation(trpc.year.setCurrent.mutationOptions()).mutateAsync;
  const close = useMutation(trpc.year.close.mutationOptions()).mutateAsync;
  const reopen = useMutation(trpc.year.reopen.mutationOptions()).mutateAsync;
  const remove = useMutation(trpc.year.remove.mutationOptions()).mutateAsync;
  const reorder = useMutation(trpc.grade.reorder.mutationOptions()).mutateAsync;
  const usual = useMutation(trpc.grade.createUsual.mutationOptions()).mutateAsync;
  const archiveGrade = useMutation(trpc.grade.archive.mutationOptions()).mutateAsync;
  const restoreGrade = useMutation(trpc.grade.restore.mutationOptions()).mutateAsync;
  const archiveSubject = useMutation(trpc.subject.archive.mutationOptions()).mutateAsync;
  const restoreSubject = useMutation(trpc.subject.restore.mutationOptions()).mutateAsync;

  async function act(doing: () => Promise<unknown>, told: string, undo?: () => Promise<unknown>) {
    setRefusal(undefined);
    try {
      await doing();
      toast(told, undo && { label: t("undo"), onAction: () => void act(undo, t("undone")) });
    } catch (error) {
      setRefusal(errorText(error).message);
    }
    await refresh();
  }

  return {
    refusal,
    dismiss: () => setRefusal(undefined),
    makeCurrent: ({ id, name }: Year, former: Year | undefined) =>
      act(
        () => setCurrent({ id }),
        t("current", { name }),
        former && former.state !== "closed" ? () => setCurrent({ id: former.id }) : undefined,
      ),
    closeYear: ({ id, name }: Year) =>
      act(
        () => close({ id }),
        t("closed", { name }),
        () => reopen({ id }),
      ),
    reopenYear: ({ id, name }: Year) =>
      act(
        () => reopen({ id }),
        t("reopened", { name }),
        () => close({ id }),
      ),
    removeYear: ({ id, name }: Year) => act(() => remove({ id }), t("removed", { name })),
    moveGrade: (inUse: readonly Grade[], grade: Grade, by: 1 | -1) => {
      const before = inUse.map(({ id }) => id);
      const at = before.indexOf(grade.id);
      const after = before.filter((id) => id !== grade.id);
      after.splice(at + by, 0, grade.id);
      return act(
        () => reorder({ ids: after }),
        t("moved", { name: grade.name }),
        () => reorder({ ids: before }),
      );
    },
    usualGrades: () => act(() => usual(), t("usualGrades")),
    archiveGrade: ({ id, name }: Grade) =>
      act(
        () => archiveGrade({ id }),
        t("archived", { name }),
        () => restoreGrade({ id }),
      ),
    restoreGrade: ({ id, name }: Grade) => act(() => restoreGrade({ id }), t("restored", { name })),
    archiveSubject: ({ id, name }: Subject) =>
      act(
        () => archiveSubject({ id }),
        t("archived", { name }),
        () => restoreSubject({ id }),
      ),
    restoreSubject: ({ id, name }: Subject) => act(() => restoreSubject({ id }), t("restored", { name })),
  };
}

export type StructureActions = ReturnType<typeof useStructureActions>;
