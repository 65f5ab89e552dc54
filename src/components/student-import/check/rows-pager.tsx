import { KeysetPager } from "@/components/ui/keyset-pager";
import { pageAfter, pageBefore } from "@/lib/cursor-trail";
import { type ImportUrl, importHref, type RowGroup } from "../import-url";

export interface RowsPagerProps {
  id: string;
  /** Rows of a check are in groups. */
  group?: RowGroup;
  url: ImportUrl;
  nextCursor: string | null;
}

/** The way to the rows before and after; nothing where all are shown. */
export function RowsPager({ id, group, url, nextCursor }: RowsPagerProps) {
  if (url.after === null && nextCursor === null) return null;
  const own = group ? { group } : {};
  return (
    <KeysetPager
      previousHref={url.after ? importHref(id, { ...own, ...pageBefore(url) }) : undefined}
      nextHref={nextCursor ? importHref(id, { ...own, ...pageAfter(url, nextCursor) }) : undefined}
    />
  );
}
