import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["class"];

export type ClassRow = inferOutput<Api["list"]>["rows"][number];
export type ClassCounts = inferOutput<Api["counts"]>;
