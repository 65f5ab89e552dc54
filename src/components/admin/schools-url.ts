import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { ORGANIZATION_PLANS } from "@/domain/roles";
import { SCHOOL_STATES } from "@/domain/school-list";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";

/** The address of the list of schools: what is searched, and which page. */

const MAX_SEARCH = 200;

export const schoolsParsers = {
  q: parseAsString.withDefault(""),
  status: parseAsArrayOf(parseAsStringLiteral(SCHOOL_STATES)).withDefault([]),
  plan: parseAsArrayOf(parseAsStringLiteral(ORGANIZATION_PLANS)).withDefault([]),
  /** Cursor of the page that is shown, and of those before it, the oldest first. */
  after: parseAsString,
  trail: parseAsArrayOf(parseAsString).withDefault([]),
};

export type SchoolsUrl = inferParserType<typeof schoolsParsers>;

const SCHOOLS_PATH = "/admin";

export const loadSchoolsUrl = createLoader(schoolsParsers);
const serialize = createSerializer(schoolsParsers);

/** An address of the list. */
export function schoolsHref(url: Partial<SchoolsUrl>): string {
  return serialize(SCHOOLS_PATH, url);
}

/** The filter that the address says, as the API takes it. */
export function filterOf({ q, status, plan }: SchoolsUrl) {
  return { search: q.slice(0, MAX_SEARCH), statuses: status, plans: plan };
}

/** The page that the address says, as the API takes it. */
export function pageOf(url: SchoolsUrl) {
  return { ...filterOf(url), ...(url.after ? { cursor: url.after } : {}) };
}

/** The download of what the list shows. */
export function schoolsExportHref({ q, status, plan }: SchoolsUrl, format: "csv" | "xlsx"): string {
  const query = serialize({ q, status, plan });
  return `/api/export/schools${query}${query ? "&" : "?"}format=${format}`;
}

/** The page after the one shown. */
export function nextPage(url: SchoolsUrl, cursor: string): SchoolsUrl {
  return { ...url, ...pageAfter(url, cursor) };
}

/** The page before the one shown. */
export function previousPage(url: SchoolsUrl): SchoolsUrl {
  return { ...url, ...pageBefore(url) };
}
