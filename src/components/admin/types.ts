import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

type Platform = ReturnType<typeof useTRPC>["platform"];

export type SchoolRow = inferOutput<Platform["listOrganizations"]>["rows"][number];
export type SchoolDetail = inferOutput<Platform["school"]>;
export type SchoolPersonRow = inferOutput<Platform["people"]>["rows"][number];

/** A school as far as something is done to it. */
export type ActedSchool = Pick<
  SchoolRow,
  "id" | "slug" | "name" | "kind" | "status" | "deletedAt" | "purgeAfter"
>;

/** What somebody wants to do to a school and is asked about first. */
export type SchoolAct = "enter" | "edit" | "suspend" | "delete";
export type AskSchool = (act: SchoolAct, school: ActedSchool) => void;
