import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["studentTransfer"];

export type Prepared = inferOutput<Api["prepare"]>;
export type TransferDetail = inferOutput<Api["get"]>;
export type TransferRow = inferOutput<Api["list"]>["rows"][number];
export type Arrival = inferOutput<Api["previewAcceptance"]>;
