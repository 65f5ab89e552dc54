import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { CLASS_STATES, ROLES } from "@/domain/roles";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";

/** The address of one school's page: which part is open, and what is searched in it. */

export const SCHOOL_TABS = ["overview", "people", "classes", "activity"] as const;
export type SchoolTab = (typeof SCHOOL_TABS)[number];

export const schoolParsers = {
  tab: parseAsStringLiteral(SCHOOL_TABS).withDefault("overview"),
  q: parseAsString.withDefault(""),
  role: parseAsArrayOf(parseAsStringLiteral(ROLES)).withDefault([]),
  state: parseAsArrayOf(parseAsStringLiteral(CLASS_STATES)).withDefault([]),
  /** Cursor of the page that is shown, and of those before it, the oldest first. */
  after: parseAsString,
  trail: parseAsArrayOf(parseAsString).withDefault([]),
};
export type SchoolUrl = inferParserType<typeof schoolParsers>;

export const loadSchoolUrl = createLoader(schoolParsers);
const serialize = createSerializer(schoolParsers);

const MAX_SEARCH = 200;

/** The page of a school. */
export function schoolHref(id: string, url: Partial<SchoolUrl> = {}): string {
  return serialize(`/admin/schools/${id}`, url);
}

/** Where somebody is moved to another school. */
export function transferHref(id: string, userId: string): string {
  return `/admin/schools/${id}/transfer/${userId}`;
}

/** What `platform.people` is asked for; server and client must ask alike to share the answer. */
export function peopleInput(organizationId: string, { q, role, after }: SchoolUrl) {
  return { organizationId, search: q.slice(0, MAX_SEARCH), roles: role, ...(after && { cursor: after }) };
}

/** What `platform.classes` is asked for. */
export function classesInput(organizationId: string, { q, state, after }: SchoolUrl) {
  return { organizationId, search: q.slice(0, MAX_SEARCH), states: state, ...(after && { cursor: after }) };
}

/** The pages before and after the one shown, where there are any. */
export function pagesAround(id: string, url: SchoolUrl, nextCursor: string | null) {
  return {
    previousHref: url.after ? schoolHref(id, { ...url, ...pageBefore(url) }) : undefined,
    nextHref: nextCursor ? schoolHref(id, { ...url, ...pageAfter(url, nextCursor) }) : undefined,
  };
}
