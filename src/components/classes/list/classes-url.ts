import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { Area } from "@/components/classes/class-url";
import { CLASS_SORTS, SEAT_FILTERS } from "@/domain/class-list";
import { SORT_DIRECTIONS } from "@/domain/user-list";
import { isUuid } from "@/lib/ids";

/** The address of the list of classes: what is searched, in which order, and which page. */

const parseAsId = createParser({ parse: (text) => (isUuid(text) ? text : null), serialize: String });

const MAX_SEARCH = 200;
export const CLASS_SCOPES = ["active", "archived", "all"] as const;

export const classesParsers = {
  q: parseAsString.withDefault(""),
  scope: parseAsStringLiteral(CLASS_SCOPES).withDefault("active"),
  year: parseAsArrayOf(parseAsString).withDefault([]),
  coach: parseAsId,
  seats: parseAsArrayOf(parseAsStringLiteral(SEAT_FILTERS)).withDefault([]),
  lead: parseAsStringLiteral(["none"] as const),
  sort: parseAsStringLiteral(CLASS_SORTS).withDefault("name"),
  dir: parseAsStringLiteral(SORT_DIRECTIONS).withDefault("asc"),
  /** Cursor of the page that is shown, and of those before it, the oldest first. */
  after: parseAsString,
  trail: parseAsArrayOf(parseAsString).withDefault([]),
};

export type ClassesUrl = inferParserType<typeof classesParsers>;

export const loadClassesUrl = createLoader(classesParsers);
const serialize = createSerializer(classesParsers);

/** The list of classes of an admin or a coach. */
export function classesPath(area: Area): string {
  return `${area}/classes`;
}

/** An address of the list. */
export function classesHref(area: Area, url: Partial<ClassesUrl>): string {
  return serialize(classesPath(area), url);
}

/** Filters and order without the page: what a saved view keeps. */
export function viewQuery(url: ClassesUrl): string {
  return serialize({ ...url, after: null, trail: null }).replace(/^\?/, "");
}

/** The filter that the address says, as the API takes it. */
export function filterOf(url: ClassesUrl) {
  return {
    search: url.q.slice(0, MAX_SEARCH),
    states: url.scope === "all" ? [] : [url.scope],
    years: url.year,
    seats: url.seats,
    withoutLead: url.lead === "none",
    ...(url.coach ? { coachId: url.coach } : {}),
  };
}

/** Filter and order, as the API takes them. */
export function orderedFilterOf(url: ClassesUrl) {
  return { ...filterOf(url), sort: url.sort, direction: url.dir };
}

/** The page that the address says, as the API takes it. */
export function pageOf(url: ClassesUrl) {
  return { ...orderedFilterOf(url), ...(url.after ? { cursor: url.after } : {}) };
}

/** Whether anything beside the scope narrows the list. */
export function isFiltered(url: ClassesUrl): boolean {
  const { q, year, coach, seats, lead } = url;
  return q.trim() !== "" || year.length > 0 || coach !== null || seats.length > 0 || lead !== null;
}
