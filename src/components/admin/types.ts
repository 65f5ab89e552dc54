import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

export type SchoolRow = inferOutput<
  ReturnType<typeof useTRPC>["platform"]["listOrganizations"]
>["rows"][number];
