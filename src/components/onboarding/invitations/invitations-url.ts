import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { INVITATION_STATUSES } from "@/domain/roles";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";

/** The address of the list of schools that were invited: what is searched, which page, which one is open. */

const MAX_SEARCH = 200;
const PATH = "/admin/invitations";

export const invitationsParsers = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(INVITATION_STATUSES),
  /** Cursor of the page that is shown, and of those before it, the oldest first. */
  after: parseAsString,
  trail: parseAsArrayOf(parseAsString).withDefault([]),
  /** The invitation in the side panel. */
  open: parseAsString,
};

export type InvitationsUrl = inferParserType<typeof invitationsParsers>;

export const loadInvitationsUrl = createLoader(invitationsParsers);
const serialize = createSerializer(invitationsParsers);

/** An address of the list. */
export function invitationsHref(url: Partial<InvitationsUrl>): string {
  return serialize(PATH, url);
}

/** The page that the address says, as the API takes it. */
export function pageOf({ q, status, after }: InvitationsUrl) {
  return {
    search: q.slice(0, MAX_SEARCH),
    statuses: status ? [status] : [],
    ...(after ? { cursor: after } : {}),
  };
}

/** The page after the one shown. */
export function nextPage(url: InvitationsUrl, cursor: string): InvitationsUrl {
  return { ...url, open: null, ...pageAfter(url, cursor) };
}

/** The page before the one shown. */
export function previousPage(url: InvitationsUrl): InvitationsUrl {
  return { ...url, open: null, ...pageBefore(url) };
}
