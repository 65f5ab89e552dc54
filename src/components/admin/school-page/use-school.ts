"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

const SOON = 1_500;
/** Rounds that figures are waited for; then they stay as they are until the next visit. */
const PATIENCE = 8;

/** The school whose page this is; asked anew while its figures are being counted. */
export function useSchool(organizationId: string) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery({
    ...trpc.platform.school.queryOptions({ organizationId }),
    refetchInterval: ({ state }) =>
      state.data?.measuring && state.dataUpdateCount <= PATIENCE ? SOON : false,
  });
  return data;
}
