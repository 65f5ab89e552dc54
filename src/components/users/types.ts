import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Selected } from "@/components/use-selection";
import type { Role } from "@/domain/roles";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["user"];

export type UserPage = inferOutput<Api["list"]>;
export type UserRow = UserPage["rows"][number];
export type UserCounts = inferOutput<Api["counts"]>;
export type PersonDetail = inferOutput<Api["get"]>;

/** What an action needs to know of each person that it is done to. */
export type Subject = Pick<UserRow, "id" | "name" | "role" | "status">;

export type PeopleSelection = Selected<Subject>;

/** Who is looking: their role says what they may do to whom. */
export interface Viewer {
  userId: string | null;
  role: Role;
}
