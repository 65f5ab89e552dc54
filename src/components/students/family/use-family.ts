"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** Has everything that shows families asked for again. */
export function useRefreshFamilies(): () => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries(trpc.student.pathFilter());
    void queries.invalidateQueries(trpc.guardian.pathFilter());
  };
}
