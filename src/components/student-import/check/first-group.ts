import type { RowGroup } from "../import-url";
import type { ImportDetail } from "../types";

/** The rows that are shown first: what asks to be looked at. */
export function firstGroup({ counts }: Pick<ImportDetail, "counts">): RowGroup {
  if ((counts.changed ?? 0) > 0) return "changed";
  if ((counts.error ?? 0) > 0) return "error";
  return (counts.new ?? 0) > 0 ? "new" : "unchanged";
}
