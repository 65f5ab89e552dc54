import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["class"];

export type ClassDetail = inferOutput<Api["get"]>;
export type ClassCoach = ClassDetail["coaches"][number];
export type RosterPage = inferOutput<Api["roster"]>;
export type RosterRow = RosterPage["rows"][number];
export type WaitingRow = inferOutput<Api["waitingList"]>[number];
export type FormerRow = inferOutput<Api["former"]>["rows"][number];
export type Preview = inferOutput<Api["previewEnrollment"]>;
export type Enrolled = inferOutput<Api["enroll"]>;

/** A person or a class that an action is done to. */
export type Named = { id: string; name: string };
