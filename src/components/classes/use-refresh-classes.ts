"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/trpc/client";

/** Asks again for everything that a change of a class can touch. */
export function useRefreshClasses(): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      [trpc.class.pathFilter(), trpc.user.pathFilter(), trpc.dashboard.pathFilter()].map((filter) =>
        queries.invalidateQueries(filter),
      ),
    );
  }, [trpc, queries]);
}
