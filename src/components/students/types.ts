import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["student"];

export type StudentDetail = inferOutput<Api["get"]>;
export type StudentPage = inferOutput<Api["list"]>;
export type StudentListRow = StudentPage["rows"][number];
export type Family = inferOutput<Api["family"]>;
export type FamilyGuardian = Family["guardians"][number];
