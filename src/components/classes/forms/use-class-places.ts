"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** Where a class belongs, as a form holds it: an empty id is nowhere. */
export interface PlaceValues {
  yearId: string;
  sectionId: string;
  subjectId: string;
}

export const NOWHERE: PlaceValues = { yearId: "", sectionId: "", subjectId: "" };

/** Where a class is now, with names: what the school offers no more stays a choice of its own. */
export interface PresentPlace {
  yearId: string | null;
  year: string;
  sectionId: string | null;
  section: string;
  subjectId: string | null;
  subject: string;
}

type Choice = { value: string; label: string };

/**
 * The years, sections of a year and subjects that a class may belong to; `sectionLike` finds the section of a title in a
 * year.
 */
export function useClassPlaces(present?: PresentPlace) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.academics.options.queryOptions({}));
  const { years = [], sections = [], subjects = [] } = data ?? {};
  const titled = sections.map(({ id, yearId: of, gradeName, name }) => ({
    ...{ id, yearId: of },
    title: `${gradeName} ${name}`,
  }));
  const offered = (list: Choice[], id?: string | null, name?: string) =>
    id && name && !list.some(({ value }) => value === id) ? [{ value: id, label: name }, ...list] : list;
  const open = years.filter(({ state }) => state !== "closed");
  return {
    currentYearId: years.find(({ isCurrent }) => isCurrent)?.id ?? "",
    years: offered(
      open.map(({ id, name }) => ({ value: id, label: name })),
      present?.yearId,
      present?.year,
    ),
    sectionsOf: (yearId: string) =>
      offered(
        titled.flatMap((section) =>
          section.yearId === yearId ? [{ value: section.id, label: section.title }] : [],
        ),
        present?.yearId === yearId ? present.sectionId : null,
        present?.section,
      ),
    subjects: offered(
      subjects.map(({ id, name }) => ({ value: id, label: name })),
      present?.subjectId,
      present?.subject,
    ),
    sectionLike: (title: string, yearId: string) =>
      titled.find((section) => section.yearId === yearId && section.title === title)?.id ?? "",
  };
}
