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
import { SORT_DIRECTIONS, USER_SORTS } from "@/domain/user";
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

// Cursors are long: of a longer walk only the end is kept, and before that there is the first page.
const MAX_TRAIL = 15;

/** The page after the one shown. */
export function nextPage(url: UsersUrl, cursor: string): UsersUrl {
  const trail = url.after ? [...url.trail, url.after].slice(-MAX_TRAIL) : [];
  return { ...url, after: cursor, trail, person: null };
}

/** The page before the one shown. */
export function previousPage(url: UsersUrl): UsersUrl {
  return { ...url, after: url.trail.at(-1) ?? null, trail: url.trail.slice(0, -1), person: null };
}
