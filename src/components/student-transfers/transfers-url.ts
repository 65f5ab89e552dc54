import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { TRANSFER_DIRECTIONS } from "@/domain/student-transfer-list";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";

/** The addresses of transfers of students: the list by direction and page, one of them, and the form. */

const PATH = "/org-admin/students/transfers";

export const transfersParsers = {
  tab: parseAsStringLiteral(TRANSFER_DIRECTIONS).withDefault("incoming"),
  /** Cursor of the page that is shown, and of those before it, the oldest first. */
  after: parseAsString,
  trail: parseAsArrayOf(parseAsString).withDefault([]),
};

export type TransfersUrl = inferParserType<typeof transfersParsers>;

export const loadTransfersUrl = createLoader(transfersParsers);
const serialize = createSerializer(transfersParsers);

/** An address of the list. */
export function transfersHref(url: Partial<TransfersUrl> = {}): string {
  return serialize(PATH, url);
}

/** The page of one transfer. */
export function transferHref(id: string): string {
  return `${PATH}/${id}`;
}

/** The page that the address says, as the API takes it. */
export function pageOf({ tab, after }: TransfersUrl) {
  return { direction: tab, ...(after ? { cursor: after } : {}) };
}

/** The page after the one shown. */
export function nextPage(url: TransfersUrl, cursor: string): TransfersUrl {
  return { ...url, ...pageAfter(url, cursor) };
}

/** The page before the one shown. */
export function previousPage(url: TransfersUrl): TransfersUrl {
  return { ...url, ...pageBefore(url) };
}
