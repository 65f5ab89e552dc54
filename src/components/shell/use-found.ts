"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/trpc/client";

/** Milliseconds that typing rests before the server is asked. */
const REST = 140;
const NOTHING = { people: [], morePeople: false, classes: [], students: [], guardians: [] };

/** What the server finds; the last ones stay until newer ones have come. */
export function useFound(typed: string, enabled: boolean) {
  const trpc = useTRPC();
  const query = typed.trim().toLowerCase();
  const rested = useRested(query);
  const asks = enabled && query !== "" && rested !== "";
  const { data, isFetching, isError, isPaused } = useQuery({
    ...trpc.search.find.queryOptions({ query: rested }, { trpc: { abortOnUnmount: true } }),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  return {
    found: (asks && data) || NOTHING,
    busy: enabled && query !== "" && !isError && !isPaused && (isFetching || rested !== query),
    failed: asks && (isError || isPaused),
  };
}

function useRested(value: string): string {
  const [rested, rest] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => rest(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
