import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { AUDIT_KIND_NAMES, AUDIT_OUTSIDERS, AUDIT_PERIOD_NAMES, NO_SCHOOL } from "@/domain/audit-list";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";
import { isUuid } from "@/lib/ids";
import { oneOf } from "@/lib/one-of";

/** The address of the log: what is asked of it, which page, and which event is open beside it. */

const parseAsId = createParser({ parse: (text) => (isUuid(text) ? text : null), serialize: String });
const parseAsDay = createParser({
  parse: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null),
  serialize: String,
});
const parseAsActor = createParser({
  parse: (text) => oneOf(AUDIT_OUTSIDERS, text) ?? (isUuid(text) ? text : null),
  serialize: String,
});

const parseAsSchool = createParser({
  parse: (text) => (text === NO_SCHOOL || isUuid(text) ? text : null),
  serialize: String,
});

const MAX_SEARCH = 200;

export const auditParsers = {
  q: parseAsString.withDefault(""),
  actor: parseAsActor,
  /** Where the log is of many schools: one of them, or the platform itself. */
  school: parseAsSchool,
  kind: parseAsArrayOf(parseAsStringLiteral(AUDIT_KIND_NAMES)).withDefault([]),
  period: parseAsStringLiteral(AUDIT_PERIOD_NAMES),
  from: parseAsDay,
  to: parseAsDay,
  /** The record that the events are about. */
  about: parseAsId,
  /** Cursor of the page that is shown, and of those before it, the oldest first. */
  after: parseAsString,
  trail: parseAsArrayOf(parseAsString).withDefault([]),
  event: parseAsId,
};

export type AuditUrl = inferParserType<typeof auditParsers>;

export const AUDIT_PATH = "/org-admin/audit";
export const PLATFORM_AUDIT_PATH = "/admin/audit";

export const loadAuditUrl = createLoader(auditParsers);
const serialize = createSerializer(auditParsers);

/** An address of the log: of one's own school, or at another path. */
export function auditHref(url: Partial<AuditUrl>, path = AUDIT_PATH): string {
  return serialize(path, url);
}

/** The filters without page and panel: what a saved view keeps, and an export asks for. */
export function viewQuery(url: AuditUrl): string {
  return serialize({ ...url, after: null, trail: null, event: null }).replace(/^\?/, "");
}

/** The download of what the log shows. */
export function exportHref(path: string, url: AuditUrl, format: "csv" | "xlsx"): string {
  const query = viewQuery(url);
  return `${path}?${query}${query ? "&" : ""}format=${format}`;
}

/** The filter that the address says, as the API takes it; days of one's own choice go before a period. */
export function filterOf(url: AuditUrl) {
  const days = url.from !== null || url.to !== null;
  return {
    search: url.q.slice(0, MAX_SEARCH),
    kinds: url.kind,
    ...(url.actor ? { actor: url.actor } : {}),
    ...(url.period && !days ? { period: url.period } : {}),
    ...(url.from ? { from: url.from } : {}),
    ...(url.to ? { to: url.to } : {}),
    ...(url.school ? { school: url.school } : {}),
    ...(url.about ? { subjectId: url.about } : {}),
  };
}

/** The page that the address says, as the API takes it. */
export function pageOf(url: AuditUrl) {
  return { ...filterOf(url), ...(url.after ? { cursor: url.after } : {}) };
}

/** Whether anything narrows the log. */
export function isFiltered(url: AuditUrl): boolean {
  return viewQuery(url) !== "";
}

/** The page after the one shown. */
export function nextPage(url: AuditUrl, cursor: string): AuditUrl {
  return { ...url, ...pageAfter(url, cursor), event: null };
}

/** The page before the one shown. */
export function previousPage(url: AuditUrl): AuditUrl {
  return { ...url, ...pageBefore(url), event: null };
}
