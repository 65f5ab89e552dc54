import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["studentImport"];

export type ImportDetail = inferOutput<Api["get"]>;
export type ImportColumn = ImportDetail["columns"][number];
export type ImportList = inferOutput<Api["list"]>;
export type ImportListRow = ImportList["rows"][number];
export type RowsPage = inferOutput<Api["rows"]>;
export type ImportRow = RowsPage["rows"][number];
export type RowChange = ImportRow["changes"][number];
export type Problems = inferOutput<Api["problems"]>;
export type ProblemGroup = Problems[number];
export type UndoPreview = inferOutput<Api["previewUndo"]>;
export type KeptChange = inferOutput<Api["kept"]>["rows"][number];
