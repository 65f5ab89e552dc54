"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { inputOf } from "./export-url";

/** The years and the sections that can be chosen, and how many students the choice holds. */
export function useExportOptions(url: { year: string | null; section: string[] | null }, withLeft = false) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.studentExport.options.queryOptions(inputOf(url.year)));
  const sections = data.grades.flatMap((grade) => grade.sections);
  const chosen = sections.filter(({ id }) => url.section?.includes(id) ?? true);
  const students = chosen.reduce((sum, { active, all }) => sum + (withLeft ? all : active), 0);
  return { ...data, chosen: { sections: chosen.length, students } };
}
