"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import type { ClassResult } from "@/domain/class-list";
import { useTRPC } from "@/trpc/client";
import type { Told } from "../class-page/results-dialog";
import type { Named } from "../types";
import { useRefreshClasses } from "../use-refresh-classes";

type Change = "archive" | "restore";
const OPPOSITE: Record<Change, Change> = { archive: "restore", restore: "archive" };

/** Restores many classes, and tells what became of each where an archiving or a restoring left some out. */
export function useClassResults(onDone: () => void) {
  const t = useTranslations("classes");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const refresh = useRefreshClasses();
  const archive = useMutation(trpc.class.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(trpc.class.restore.mutationOptions()).mutateAsync;
  const [told, setTold] = useState<Told>();

  function tell(kind: Change, results: readonly ClassResult[]): void {
    const done = results.filter(({ ok }) => ok);
    setTold({
      done: done.length,
      onUndo: () => {
        setTold(undefined);
        void run(OPPOSITE[kind], done);
      },
      rows: results.map((result) => ({
        id: result.id,
        name: result.name,
        ok: result.ok,
        text: result.ok ? t(`list.results.${kind}`) : t(`refusals.${result.code}`, { name: result.name }),
      })),
    });
  }

  async function run(kind: Change, items: readonly Named[]): Promise<void> {
    try {
      const results = await { archive, restore }[kind]({ ids: items.map(({ id }) => id) });
      const done = results.filter(({ ok }) => ok);
      onDone();
      if (done.length < results.length) return tell(kind, results);
      toast(t(`list.done.${kind}`, { count: done.length, name: done[0]?.name ?? "" }), {
        label: t("list.undo"),
        onAction: () => void run(OPPOSITE[kind], done),
      });
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      void refresh();
    }
  }

  return {
    told,
    forget: () => setTold(undefined),
    tellArchived: (results: readonly ClassResult[]) => tell("archive", results),
    restore: (items: readonly Named[]) => void run("restore", items),
  };
}
