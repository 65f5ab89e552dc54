import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { STUDENT_SORTS, STUDENT_STATUSES } from "@/domain/student-list";
import { SORT_DIRECTIONS } from "@/domain/user-list";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";
import { isUuid } from "@/lib/ids";

/** The address of the list of students: what is searched, in which order, which columns and page, and who is open. */

const parseAsId = createParser({ parse: (text) => (isUuid(text) ? text : null), serialize: String });

const MAX_SEARCH = 200;
const MAX_CHOSEN = 50;
export const STUDENT_SCOPES = [...STUDENT_STATUSES, "all"] as const;

/** Columns beside the name that may be shown, in their order, and those that are unless somebody chooses. */
export const STUDENT_COLUMNS = [
  "code",
  "cedula",
  "grade",
  "listNumber",
  "year",
  "status",
  "contact",
  "birth",
] as const;
export type StudentColumn = (typeof STUDENT_COLUMNS)[number];
export const USUAL_COLUMNS: StudentColumn[] = ["code", "cedula", "grade", "status", "contact"];

export const studentsParsers = {
  q: parseAsString.withDefault(""),
  scope: parseAsStringLiteral(STUDENT_SCOPES).withDefault("active"),
  year: parseAsId,
  grade: parseAsArrayOf(parseAsId).withDefault([]),
  section: parseAsArrayOf(parseAsId).withDefault([]),
  place: parseAsStringLiteral(["none"] as const),
  sort: parseAsStringLiteral(STUDENT_SORTS).withDefault("name"),
  dir: parseAsStringLiteral(SORT_DIRECTIONS).withDefault("asc"),
  cols: parseAsArrayOf(parseAsStringLiteral(STUDENT_COLUMNS)).withDefault(USUAL_COLUMNS),
  /** Cursor of the page that is shown, and of those before it, the oldest first. */
  after: parseAsString,
  trail: parseAsArrayOf(parseAsString).withDefault([]),
  /** The student whose panel is open. */
  open: parseAsId,
};

export type StudentsUrl = inferParserType<typeof studentsParsers>;

export const STUDENTS_PATH = "/org-admin/students";

export const loadStudentsUrl = createLoader(studentsParsers);
const serialize = createSerializer(studentsParsers);

/** An address of the list. */
export function studentsHref(url: Partial<StudentsUrl>): string {
  return serialize(STUDENTS_PATH, url);
}

/** Filters, order and columns without page and panel: what a saved view keeps. */
export function viewQuery(url: StudentsUrl): string {
  return serialize({ ...url, after: null, trail: null, open: null }).replace(/^\?/, "");
}

/** The filter that the address says, as the API takes it. */
export function filterOf(url: StudentsUrl) {
  return {
    search: url.q.slice(0, MAX_SEARCH),
    statuses: url.scope === "all" ? [] : [url.scope],
    gradeIds: url.grade.slice(0, MAX_CHOSEN),
    sectionIds: url.section.slice(0, MAX_CHOSEN),
    withoutSection: url.place === "none",
    ...(url.year ? { yearId: url.year } : {}),
  };
}

/** Filter and order, as the API takes them. */
export function orderedFilterOf(url: StudentsUrl) {
  return { ...filterOf(url), sort: url.sort, direction: url.dir };
}

/** The download of what the list shows: its filters, order and columns. */
export function exportHref(url: StudentsUrl, format: "csv" | "xlsx"): string {
  const query = viewQuery(url);
  return `/api/export/students?${query}${query ? "&" : ""}format=${format}`;
}

/** The page that the address says, as the API takes it. */
export function pageOf(url: StudentsUrl) {
  return { ...orderedFilterOf(url), ...(url.after ? { cursor: url.after } : {}) };
}

/** Whether anything beside the scope narrows the list. */
export function isFiltered({ q, year, grade, section, place }: StudentsUrl): boolean {
  return q.trim() !== "" || year !== null || grade.length > 0 || section.length > 0 || place !== null;
}

/** Nothing narrows the list any more, but the scope, the order and the columns stay. */
export const UNFILTERED = {
  ...{ q: "", year: null, grade: [], section: [], place: null },
  ...{ after: null, trail: [], open: null },
} satisfies Partial<StudentsUrl>;

/** The page after the one shown. */
export function nextPage(url: StudentsUrl, cursor: string): StudentsUrl {
  return { ...url, ...pageAfter(url, cursor), open: null };
}

/** The page before the one shown. */
export function previousPage(url: StudentsUrl): StudentsUrl {
  return { ...url, ...pageBefore(url), open: null };
}
