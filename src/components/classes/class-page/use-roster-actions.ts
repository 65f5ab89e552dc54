"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { ClassDetail, Named } from "../types";
import { useRefreshClasses } from "../use-refresh-classes";
import type { Told } from "./results-dialog";

/** The last day in the class, and why. */
export interface Leaving {
  on: string;
  reason: string;
}

/** Withdraws and moves students, and takes both back; `onDone` hears of everything that was done to somebody. */
export function useRosterActions(detail: ClassDetail, onDone: () => void) {
  const t = useTranslations("classes.changes");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const refresh = useRefreshClasses();
  const leave = useMutation(trpc.class.withdraw.mutationOptions()).mutateAsync;
  const reinstate = useMutation(trpc.class.reinstate.mutationOptions()).mutateAsync;
  const shift = useMutation(trpc.class.move.mutationOptions()).mutateAsync;
  const [told, setTold] = useState<Told | null>(null);
  const { id } = detail;

  function tell(message: string, done: readonly Named[], rows: Told["rows"], undo: () => Promise<void>) {
    void refresh();
    if (done.length > 0) onDone();
    const takeBack = () => {
      setTold(null);
      undo()
        .catch((error) => void toast(errorText(error).message))
        .finally(() => void refresh());
    };
    if (rows.every(({ ok }) => ok)) toast(message, { label: t("undo"), onAction: takeBack });
    else setTold({ rows, done: done.length, onUndo: takeBack });
  }

  /** Whose seat was given away meanwhile comes back to the waiting list. */
  function tellBack<Outcome extends string>(results: readonly { outcome: Outcome }[], seated: Outcome) {
    const count = results.filter(({ outcome }) => outcome === seated).length;
    const waiting = results.filter(({ outcome }) => outcome === "waiting").length;
    toast(t(waiting === 0 ? "back" : count === 0 ? "backWaiting" : "backBoth", { count, waiting }));
  }

  async function withdraw(people: readonly Named[], { on, reason }: Leaving) {
    const { results, promoted } = await leave({ id, userIds: idsOf(people), on, reason });
    const done = results.filter(({ ok }) => ok);
    tell(
      t("withdrawn", { count: done.length, name: done[0]?.name ?? "", promoted: promoted.length }),
      done,
      results.map((row) => ({ ...row, text: row.ok ? t("result.withdrawn") : t(`result.${row.code}`) })),
      async () => {
        const back = await reinstate({ id, userIds: idsOf(done) });
        tellBack(back, "enrolled");
      },
    );
  }

  async function move(people: readonly Named[], to: Named, { on, reason }: Leaving) {
    const { results, promoted } = await shift({
      fromId: id,
      toId: to.id,
      userIds: idsOf(people),
      on,
      reason,
    });
    const done = results.filter(({ outcome }) => outcome === "moved" || outcome === "waiting");
    const waiting = done.filter(({ outcome }) => outcome === "waiting").length;
    tell(
      t("moved", {
        count: done.length,
        name: done[0]?.name ?? "",
        to: to.name,
        waiting,
        promoted: promoted.length,
      }),
      done,
      results.map(({ outcome, ...row }) => ({
        ...row,
        ok: outcome === "moved" || outcome === "waiting",
        text: t(`result.${outcome}`),
      })),
      async () => {
        const back = await shift({ fromId: to.id, toId: id, userIds: idsOf(done), on, reason: "" });
        tellBack(back.results, "moved");
      },
    );
  }

  return { withdraw, move, told, forget: () => setTold(null) };
}

function idsOf(people: readonly Named[]): string[] {
  return people.map(({ id }) => id);
}

export type RosterActions = ReturnType<typeof useRosterActions>;
