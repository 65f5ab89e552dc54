import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["guardian"];

export type GuardianDetail = inferOutput<Api["get"]>;
export type GuardianChild = GuardianDetail["children"][number];
