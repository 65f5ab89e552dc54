import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/client";

export type Structure = inferOutput<ReturnType<typeof useTRPC>["academics"]["get"]>;
export type Year = Structure["years"][number];
export type OpenYear = NonNullable<Structure["year"]>;
export type Section = OpenYear["sections"][number];
export type Grade = Structure["grades"][number];
export type Subject = Structure["subjects"][number];

/** What is asked for in a dialog. */
export type Asked =
  | { kind: "year"; year: Year | null }
  | { kind: "sections"; gradeId?: string }
  | { kind: "section"; section: Section; grade: Grade }
  | { kind: "grade"; grade: Grade | null }
  | { kind: "subject"; subject: Subject | null };
export type Ask = (asked: Asked) => void;
