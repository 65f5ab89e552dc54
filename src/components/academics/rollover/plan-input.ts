import { evenTerms, usualDays } from "@/domain/academic-year";
import type { Chosen, Draft, OldYear, PlanInput } from "./types";

/** What a rollover begins with: the year that follows, where there is one already, or a new one with its usual days. */
export function firstChoice({ years }: Draft, old: OldYear): Chosen {
  const name = followingName(old.year.name);
  const later = years.filter(({ startsOn }) => startsOn > old.year.startsOn);
  // Newest first: the one that follows is the last of those that are later.
  const known = years.find((year) => year.name === name) ?? later.at(-1);
  const days = usualDays(name);
  return {
    toYearId: known?.id ?? "",
    newYear: { name: known ? "" : name, startsOn: days?.startsOn ?? "", endsOn: days?.endsOn ?? "" },
    keepGuides: false,
    targets: new Map(),
    heldBack: new Map(),
  };
}

function followingName(name: string): string {
  if (!usualDays(name)) return "";
  return name
    .split("-")
    .map((part) => String(Number(part) + 1))
    .join("-");
}

/** The plan as the API takes it; a new year gets even terms, which can be changed afterwards. */
export function planInput(old: OldYear, chosen: Chosen, termName: (position: number) => string): PlanInput {
  const { newYear, toYearId, keepGuides, targets, heldBack } = chosen;
  const terms = newYear.startsOn && newYear.endsOn > newYear.startsOn ? evenTerms(newYear) : [];
  return {
    fromYearId: old.year.id,
    to: toYearId
      ? { yearId: toYearId }
      : { ...newYear, terms: terms.map((days, index) => ({ name: termName(index + 1), ...days })) },
    keepGuides,
    targets: [...targets].map(([sectionId, target]) => ({ sectionId, target })),
    heldBack: [...heldBack.values()].flatMap((ids) => [...ids]),
  };
}
