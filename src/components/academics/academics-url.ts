import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsStringLiteral,
} from "nuqs/server";
import { isUuid } from "@/lib/ids";

/** The address of the academic structure: which part, and of which year. */

const parseAsId = createParser({ parse: (text) => (isUuid(text) ? text : null), serialize: String });

export const ACADEMICS_PATH = "/org-admin/academics";
export const ACADEMICS_TABS = ["sections", "years", "subjects"] as const;

export const academicsParsers = {
  tab: parseAsStringLiteral(ACADEMICS_TABS).withDefault("sections"),
  /** The current year where none is said. */
  year: parseAsId,
};

export type AcademicsUrl = inferParserType<typeof academicsParsers>;

export const loadAcademicsUrl = createLoader(academicsParsers);
const serialize = createSerializer(academicsParsers);

export function academicsHref(url: Partial<AcademicsUrl>): string {
  return serialize(ACADEMICS_PATH, url);
}

/** What the address asks of the API. */
export function structureInput({ year }: Pick<AcademicsUrl, "year">) {
  return year ? { yearId: year } : {};
}
