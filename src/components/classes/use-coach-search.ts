"use client";

import { useQuery } from "@tanstack/react-query";
import type { PickItem, PickSearch } from "@/components/ui/use-options";
import { useTRPC, useTRPCClient } from "@/trpc/client";

/** People who may coach: some to begin with, and those who match; without those who coach the class already. */
export function useCoachSearch(classId?: string): { items: readonly PickItem[]; onSearch: PickSearch } {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { data } = useQuery(trpc.class.findCoaches.queryOptions({ search: "", classId }));
  return {
    items: (data ?? []).map(asItem),
    onSearch: async (search, signal) =>
      (await client.class.findCoaches.query({ search, classId }, { signal })).map(asItem),
  };
}

function asItem({ id, name, email }: { id: string; name: string; email: string }): PickItem {
  return { id, label: name, detail: email };
}
