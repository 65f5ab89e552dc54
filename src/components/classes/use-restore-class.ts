"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/error-text";
import { toast } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { Named } from "./types";
import { useRefreshClasses } from "./use-refresh-classes";

/** Brings one archived class back, and says what came of it. */
export function useRestoreClass() {
  const t = useTranslations("classes");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const refresh = useRefreshClasses();
  const { mutateAsync, isPending } = useMutation(trpc.class.restore.mutationOptions());

  async function restore({ id, name }: Named) {
    try {
      const [result] = await mutateAsync({ ids: [id] });
      if (result) toast(result.ok ? t("restored", { name }) : t(`refusals.${result.code}`, { name }));
    } catch (error) {
      toast(errorText(error).message);
    } finally {
      void refresh();
    }
  }

  return { run: (item: Named) => void restore(item), isPending };
}
