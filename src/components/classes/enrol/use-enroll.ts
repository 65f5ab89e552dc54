"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useToday } from "@/components/use-today";
import { useTRPC } from "@/trpc/client";
import type { Enrolled } from "../types";
import { useRefreshClasses } from "../use-refresh-classes";

/** Adds people to the class, says how many, and takes them off again where asked. */
export function useEnroll(id: string) {
  const t = useTranslations("classes.enrol");
  const errorText = useErrorText();
  const today = useToday();
  const trpc = useTRPC();
  const refresh = useRefreshClasses();
  const enroll = useMutation(trpc.class.enroll.mutationOptions());
  const withdraw = useMutation(trpc.class.withdraw.mutationOptions()).mutateAsync;

  async function takeBack(userIds: string[]) {
    try {
      const { results } = await withdraw({ id, userIds, on: today(), reason: "" });
      toast(t("undone", { count: results.filter(({ ok }) => ok).length }));
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      void refresh();
    }
  }

  /** Throws where nobody could be added at all. */
  async function add(who: { userIds: string[] } | { text: string }): Promise<Enrolled> {
    const answer = await enroll.mutateAsync({ id, ...who });
    void refresh();
    const { enrolled, waiting, results } = answer;
    const added = results.flatMap(({ outcome, userId }) =>
      userId !== null && (outcome === "enrolled" || outcome === "waiting") ? [userId] : [],
    );
    const said = waiting === 0 ? "done" : enrolled === 0 ? "doneWaiting" : "doneBoth";
    if (added.length > 0)
      toast(t(said, { enrolled, waiting }), { label: t("undo"), onAction: () => void takeBack(added) });
    else toast(t("doneNone"));
    return answer;
  }

  return { add, isPending: enroll.isPending };
}
