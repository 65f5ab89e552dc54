import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["audit"];
type School = { id: string; name: string } | null;

/** An event of a list; `school` where the log is of many, null for the platform's own. */
export type EventRow = inferOutput<Api["list"]>["rows"][number] & { school?: School };
export type EventPage = Omit<inferOutput<Api["list"]>, "rows"> & { rows: EventRow[] };
export type EventDetail = inferOutput<Api["get"]> & { school?: School };
