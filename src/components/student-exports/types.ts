import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["studentExport"];

export type ExportOptions = inferOutput<Api["options"]>;
export type SectionLists = inferOutput<Api["lists"]>;
export type StudentRecord = inferOutput<Api["record"]>;
