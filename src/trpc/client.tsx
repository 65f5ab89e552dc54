"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import { SHOWN_SCHOOL_HEADER } from "@/domain/shown-school";
import type { AppRouter } from "@/server/root";
import { makeQueryClient } from "./query-client";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

let browserClient: QueryClient | undefined;

function queryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}

function headers(): Record<string, string> {
  const school = document.documentElement.dataset.school;
  return school === undefined ? {} : { [SHOWN_SCHOOL_HEADER]: school };
}

/** Gives the tree below the API and its cache. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const client = queryClient();
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          // A question about hundreds of ids fits in no address.
          condition: ({ type, input }) => type === "query" && JSON.stringify(input ?? null).length > 1_000,
          true: httpLink({ url: "/api/trpc", transformer: superjson, methodOverride: "POST", headers }),
          false: httpBatchLink({
            url: "/api/trpc",
            transformer: superjson,
            headers,
            maxURLLength: 2_000,
            maxItems: 10,
          }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={client}>
      <TRPCProvider trpcClient={trpcClient} queryClient={client}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
