"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useDay } from "@/components/use-day";
import { useTRPC } from "@/trpc/client";
import type { ActedSchool } from "./types";

type Named = Pick<ActedSchool, "id" | "name">;

/** What is done to a school: each act tells what it did, and how it is undone where it can be. */
export function useSchoolActions() {
  const t = useTranslations("schools.acts");
  const { day } = useDay();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const update = useMutation(trpc.platform.updateOrganization.mutationOptions());
  const erase = useMutation(trpc.platform.deleteOrganization.mutationOptions());
  const bringBack = useMutation(trpc.platform.restoreOrganization.mutationOptions());
  const refresh = () => queryClient.invalidateQueries(trpc.platform.pathFilter());

  async function attempt(act: () => Promise<unknown>, done: () => void) {
    try {
      await act();
      done();
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      await refresh();
    }
  }

  const reactivate = ({ id, name }: Named) =>
    void attempt(
      () => update.mutateAsync({ organizationId: id, status: "active" }),
      () => toast(t("reactivated", { name })),
    );
  const restore = ({ id, name }: Named) =>
    void attempt(
      () => bringBack.mutateAsync({ organizationId: id }),
      () => toast(t("restored", { name })),
    );

  return {
    reactivate,
    restore,
    /** Throws what the server refused with. */
    async suspend(school: Named, reason: string) {
      await update.mutateAsync({ organizationId: school.id, status: "suspended", reason });
      toast(t("suspended", { name: school.name }), {
        label: t("undo"),
        onAction: () => reactivate(school),
      });
      await refresh();
    },
    /** Throws what the server refused with. */
    async remove(school: Named, confirm: string) {
      const { purgeAfter } = await erase.mutateAsync({ organizationId: school.id, confirm });
      toast(t("deleted", { name: school.name, date: day(purgeAfter) }), {
        label: t("undo"),
        onAction: () => restore(school),
      });
      await refresh();
    },
  };
}
