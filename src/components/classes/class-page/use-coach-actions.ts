"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { Area } from "../class-url";
import type { ClassCoach, ClassDetail, Named } from "../types";
import { useRefreshClasses } from "../use-refresh-classes";

/** Adds, removes and puts in charge the coaches of a class; who leads shows at once and goes back on a refusal. */
export function useCoachActions(detail: ClassDetail, area: Area, viewerId: string | null) {
  const t = useTranslations("classes.coaches");
  const errorText = useErrorText();
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refresh = useRefreshClasses();
  const add = useMutation(trpc.class.addCoaches.mutationOptions()).mutateAsync;
  const lead = useMutation(trpc.class.setLead.mutationOptions()).mutateAsync;
  const remove = useMutation(trpc.class.removeCoach.mutationOptions()).mutateAsync;
  const { id, coaches } = detail;
  const key = trpc.class.get.queryKey({ id });

  const attempt = (work: () => Promise<void>) =>
    work()
      .catch((error) => void toast(errorText(error).message))
      .finally(() => void refresh());

  function showLead(userId: string): () => void {
    const before = queries.getQueryData(key);
    queries.setQueryData(
      key,
      (old) => old && { ...old, coaches: old.coaches.map((one) => ({ ...one, isLead: one.id === userId })) },
    );
    return () => queries.setQueryData(key, before);
  }

  async function setLead(coach: Named, undo?: { to: Named }) {
    await attempt(async () => {
      const takeBack = showLead(coach.id);
      try {
        await lead({ id, userId: coach.id });
      } catch (error) {
        takeBack();
        throw error;
      }
      toast(
        t("leads", { name: coach.name }),
        undo && { label: t("undo"), onAction: () => void setLead(undo.to) },
      );
    });
  }

  async function addBack(coach: Named) {
    await attempt(async () => {
      await add({ id, userIds: [coach.id] });
      toast(t("added", { count: 1, name: coach.name }));
    });
  }

  return {
    /** Adds them; throws where that was refused as a whole. */
    async add(people: readonly Named[]) {
      const results = await add({ id, userIds: people.map((one) => one.id) });
      void refresh();
      const done = results.filter(({ ok }) => ok);
      const [refused] = results.flatMap((result) => (result.ok ? [] : [result]));
      toast(
        refused
          ? t(`refusals.${refused.code}`, { name: refused.name })
          : t("added", { count: done.length, name: done[0]?.name ?? "" }),
      );
    },
    makeLead(coach: ClassCoach) {
      const before = coaches.find(({ isLead }) => isLead);
      // A coach who hands the class over could not take it back.
      return setLead(coach, before && before.id !== viewerId ? { to: before } : undefined);
    },
    remove: (coach: ClassCoach) =>
      attempt(async () => {
        await remove({ id, userId: coach.id });
        if (leaves(coach)) return;
        toast(t("removed", { name: coach.name }), { label: t("undo"), onAction: () => void addBack(coach) });
      }),
    /** Names the one who leads from now on, and takes the present lead off the class. */
    async replaceLead(coach: ClassCoach, next: Named) {
      await remove({ id, userId: coach.id, newLeadId: next.id });
      void refresh();
      if (!leaves(coach)) toast(t("replaced", { name: coach.name, next: next.name }));
    },
  };

  /** Whether the viewer has just taken themselves off: then this page is no longer theirs to see. */
  function leaves(coach: Named): boolean {
    if (area !== "/coach" || coach.id !== viewerId) return false;
    toast(t("left", { name: detail.name }));
    router.push("/coach/classes");
    return true;
  }
}

export type CoachActions = ReturnType<typeof useCoachActions>;
