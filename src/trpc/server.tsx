import "server-only";

import { dehydrate, HydrationBoundary, type QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy, type TRPCQueryOptions } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { cache, type ReactNode } from "react";
import { type Context, createContext } from "@/server/context";
import { appRouter, createCaller } from "@/server/root";
import { makeQueryClient } from "./query-client";

/** The context of this request, looked up once however many components ask. */
export const requestContext = cache(async (): Promise<Context> => createContext(await headers()));

export const getQueryClient = cache(makeQueryClient);

/** Query options for prefetching what a client component below reads by the same key. */
export const trpc = createTRPCOptionsProxy({
  ctx: requestContext,
  router: appRouter,
  queryClient: getQueryClient,
});

/** Calls a procedure from a server component, through the same ladder. */
export const api = cache(async () => createCaller(await requestContext()));

/** Starts a query without waiting for it: it streams to the client component that reads it. */
// biome-ignore lint/suspicious/noExplicitAny: tRPC's own type has no narrower form for "any query".
export function prefetch(options: ReturnType<TRPCQueryOptions<any>>): void {
  void getQueryClient().prefetchQuery(options);
}

/** Hands the prefetched queries to the client components below. */
export function HydrateClient({ children }: { children: ReactNode }) {
  const queryClient: QueryClient = getQueryClient();
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}
