import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
} from "nuqs/server";
import { isUuid } from "@/lib/ids";

/** The address of a coach's list of students: what is searched, of which class, and which page. */

const parseAsId = createParser({ parse: (text) => (isUuid(text) ? text : null), serialize: String });
const MAX_SEARCH = 200;

export const coachStudentsParsers = {
  q: parseAsString.withDefault(""),
  class: parseAsId,
  /** Cursor of the page that is shown, and of those before it, the oldest first. */
  after: parseAsString,
  trail: parseAsArrayOf(parseAsString).withDefault([]),
};
export type CoachStudentsUrl = inferParserType<typeof coachStudentsParsers>;

export const loadCoachStudentsUrl = createLoader(coachStudentsParsers);
const serialize = createSerializer(coachStudentsParsers);

export function coachStudentsHref(url: Partial<CoachStudentsUrl> = {}): string {
  return serialize("/coach/students", url);
}

/** What the address asks for, as the API takes it. */
export function filterOf(url: CoachStudentsUrl) {
  return { search: url.q.slice(0, MAX_SEARCH), ...(url.class !== null && { classId: url.class }) };
}

/** The page that the address shows. */
export function pageOf(url: CoachStudentsUrl) {
  return { ...filterOf(url), ...(url.after !== null && { cursor: url.after }) };
}
