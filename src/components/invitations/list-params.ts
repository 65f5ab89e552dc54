import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { INVITATION_DUES, INVITATION_STATUSES, ROLES } from "@/domain/roles";
import { isUuid } from "@/lib/ids";

/** What a list of invitations shows, as its address says it. */
export const listParams = {
  status: parseAsStringLiteral(INVITATION_STATUSES),
  q: parseAsString.withDefault(""),
  role: parseAsArrayOf(parseAsStringLiteral(ROLES)).withDefault([]),
  due: parseAsStringLiteral(INVITATION_DUES),
  class: parseAsString,
  /** Cursors of the pages on the way here, the current one last. */
  pages: parseAsArrayOf(parseAsString).withDefault([]),
  /** The invitation in the side panel. */
  open: parseAsString,
};
export type ListView = inferParserType<typeof listParams>;

/** The view in a page's search params, for the server. */
export const loadListView = createLoader(listParams);
/** The query of an address that shows the view. */
export const listQuery = createSerializer(listParams);

/** Filters without page and panel: what a saved view keeps. */
export function viewQuery(view: ListView): string {
  return listQuery({ ...view, pages: [], open: null }).replace(/^\?/, "");
}

/** What `invitation.list` is asked for by a view; server and client must ask alike to share the answer. */
export function listInput(view: ListView) {
  return {
    search: view.q,
    statuses: view.status ? [view.status] : [],
    roles: view.role,
    ...(view.due && { due: view.due }),
    ...(view.class && isUuid(view.class) && { classId: view.class }),
    ...(view.pages.length > 0 && { cursor: view.pages.at(-1) }),
  };
}

/** Whether the view leaves something out beside its status. */
export function isFiltered(view: ListView): boolean {
  return view.q.trim() !== "" || view.role.length > 0 || view.due !== null || view.class !== null;
}

const KEPT_PAGES = 12;

/** The pages after going on; very long ways back forget their beginning. */
export function pagesAfter(view: ListView, cursor: string): string[] {
  return [...view.pages, cursor].slice(-KEPT_PAGES);
}
