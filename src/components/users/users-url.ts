import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { ROLES, USER_STATUSES } from "@/domain/roles";
import { SORT_DIRECTIONS, USER_SORTS } from "@/domain/user-list";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";
import { isUuid } from "@/lib/ids";

/** The address of the list of people: what is searched, in which order, which page, and who is open beside it. */

const parseAsId = createParser({ parse: (text) => (isUuid(text) ? text : null), serialize: String });

const MAX_SEARCH = 200;

export const usersParsers = {
  q: parseAsString.withDefault(""),
  role: parseAsArrayOf(parseAsStringLiteral(ROLES)).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(USER_STATUSES)).withDefault([]),
  class: parseAsId,
  sort: parseAsStringLiteral(USER_SORTS).withDefault("name"),
  dir: parseAsStringLiteral(SORT_DIRECTIONS).withDefault("asc"),
  /** Cursor of the page that is shown, and of those before it, the oldest first. */
  after: parseAsString,
  trail: parseAsArrayOf(parseAsString).withDefault([]),
  person: parseAsId,
};

export type UsersUrl = inferParserType<typeof usersParsers>;

export const USERS_PATH = "/org-admin/users";

export const loadUsersUrl = createLoader(usersParsers);
const serialize = createSerializer(usersParsers);

/** An address of the list. */
export function usersHref(url: Partial<UsersUrl>): string {
  return serialize(USERS_PATH, url);
}

/** Filters and order without page and panel: what a saved view keeps. */
export function viewQuery(url: UsersUrl): string {
  return serialize({ ...url, after: null, trail: null, person: null }).replace(/^\?/, "");
}

/** The page of one person. */
export function personHref(id: string): string {
  return `${USERS_PATH}/${id}`;
}

/** The download of what the list shows. */
export function exportHref(url: UsersUrl, format: "csv" | "xlsx"): string {
  const { q, role, status, class: classId, sort, dir } = url;
  const query = serialize({ q, role, status, class: classId, sort, dir });
  return `/api/export/users${query}${query ? "&" : "?"}format=${format}`;
}

/** The filter that the address says, as the API takes it. */
export function filterOf(url: UsersUrl) {
  return {
    search: url.q.slice(0, MAX_SEARCH),
    roles: url.role,
    statuses: url.status,
    ...(url.class ? { classId: url.class } : {}),
  };
}

/** Filter and order, as the API takes them. */
export function orderedFilterOf(url: UsersUrl) {
  return { ...filterOf(url), sort: url.sort, direction: url.dir };
}

/** The page that the address says, as the API takes it. */
export function pageOf(url: UsersUrl) {
  return { ...orderedFilterOf(url), ...(url.after ? { cursor: url.after } : {}) };
}

/** Whether anything narrows the list. */
export function isFiltered(url: UsersUrl): boolean {
  return url.q.trim() !== "" || url.role.length > 0 || url.status.length > 0 || url.class !== null;
}

/** The page after the one shown. */
export function nextPage(url: UsersUrl, cursor: string): UsersUrl {
  return { ...url, ...pageAfter(url, cursor), person: null };
}

/** The page before the one shown. */
export function previousPage(url: UsersUrl): UsersUrl {
  return { ...url, ...pageBefore(url), person: null };
}
