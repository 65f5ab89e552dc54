import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import type { RolloverTarget } from "@/domain/rollover-list";
import type { useTRPC } from "@/trpc/client";

type Api = ReturnType<typeof useTRPC>["rollover"];

export type Draft = inferOutput<Api["draft"]>;
export type OldYear = NonNullable<Draft["old"]>;
export type OldSection = OldYear["sections"][number];
export type Preview = inferOutput<Api["preview"]>;
export type Done = inferOutput<Api["run"]>;
export type PastRollover = inferOutput<Api["list"]>[number];
export type PlanInput = inferInput<Api["preview"]>;

/** What was chosen: the new year, where sections go that do not go where they go as a rule, and who stays. */
export interface Chosen {
  /** The id of a year that is there already; empty for a new one. */
  toYearId: string;
  newYear: { name: string; startsOn: string; endsOn: string };
  keepGuides: boolean;
  targets: ReadonlyMap<string, RolloverTarget>;
  /** By section, the ids of those who stay in their grade. */
  heldBack: ReadonlyMap<string, ReadonlySet<string>>;
}
