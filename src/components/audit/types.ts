import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["audit"];

export type EventRow = inferOutput<Api["list"]>["rows"][number];
export type EventDetail = inferOutput<Api["get"]>;
