import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

/** Where the same pages stand for an admin and for a coach. */
export type Area = "/org-admin" | "/coach";

export const CLASS_TABS = [
  "overview",
  "roster",
  "waiting",
  "former",
  "coaches",
  "invitations",
  "activity",
] as const;
export type ClassTab = (typeof CLASS_TABS)[number];

/** What the page of a class shows, as its address says it. */
export const classParsers = {
  tab: parseAsStringLiteral(CLASS_TABS).withDefault("roster"),
  q: parseAsString.withDefault(""),
  /** Cursors of the roster's pages on the way here, the current one last. */
  pages: parseAsArrayOf(parseAsString).withDefault([]),
};
export type ClassUrl = inferParserType<typeof classParsers>;

export const loadClassUrl = createLoader(classParsers);
const serialize = createSerializer(classParsers);

/** The page of a class. */
export function classHref(area: Area, id: string, url: Partial<ClassUrl> = {}): string {
  return serialize(`${area}/classes/${id}`, url);
}

/** Adding students to a class. */
export function enrolHref(area: Area, id: string): string {
  return `${area}/classes/${id}/enrol`;
}

/** The printable roster of a class. */
export function printHref(area: Area, id: string): string {
  return `${area}/classes/${id}/print`;
}

/** The list of a class's invitations, or the form that invites into it. */
export function invitationsHref(area: Area, id: string, form?: "new"): string {
  return `${area}/invitations${form ? "/new" : ""}?class=${id}`;
}

/** The download of a class's roster. */
export function rosterExportHref(id: string, format: "csv" | "xlsx"): string {
  return `/api/export/roster?class=${id}&format=${format}`;
}

const MAX_SEARCH = 200;

/** What `class.roster` is asked for; server and client must ask alike to share the answer. */
export function rosterInput(id: string, url: Pick<ClassUrl, "q" | "pages">) {
  const cursor = url.pages.at(-1);
  return { id, search: url.q.slice(0, MAX_SEARCH), ...(cursor !== undefined && { cursor }) };
}

/** What `invitation.list` is asked for by the page of a class: what is still open. */
export function classInvitationsInput(id: string) {
  return { classId: id, statuses: ["pending" as const], limit: 100 };
}
