"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { SchoolFields } from "@/domain/organization";
import { useTRPC } from "@/trpc/client";

/** What the school has set, and how a page tells that it was changed. */
export function useSettings() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const options = trpc.organization.settings.queryOptions();
  const { data } = useSuspenseQuery(options);

  return {
    school: data,
    /** Shows these at once, before the server is asked again. */
    show(fields: Partial<SchoolFields>) {
      queryClient.setQueryData(options.queryKey, (known) =>
        known ? { ...known, fields: { ...known.fields, ...fields } } : known,
      );
    },
    /** Asks anew for all that hangs on the school, the frame around the page too. */
    async refresh() {
      await queryClient.invalidateQueries(trpc.organization.pathFilter());
      router.refresh();
    },
  };
}
