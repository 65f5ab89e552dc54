import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { MERGE_KINDS, type MergeKind } from "@/domain/record-merge-list";
import { isUuid } from "@/lib/ids";

/** The address of the page where two records become one: of whom, the one that stays and the one that goes into it. */

const PATH = "/org-admin/students/merge";

export const mergeParsers = {
  kind: parseAsStringLiteral(MERGE_KINDS).withDefault("student"),
  keep: parseAsString.withDefault(""),
  other: parseAsString.withDefault(""),
};
export type MergeUrl = inferParserType<typeof mergeParsers>;

export const loadMergeUrl = createLoader(mergeParsers);
const serialize = createSerializer(mergeParsers);

export function mergeHref(url: Partial<MergeUrl> = {}): string {
  return serialize(PATH, url);
}

export type PairIds = { kind: MergeKind; keptId: string; mergedId: string };

/** Both records, where the address has two. */
export function pairOf({ kind, keep, other }: MergeUrl): PairIds | null {
  return isUuid(keep) && isUuid(other) && keep !== other ? { kind, keptId: keep, mergedId: other } : null;
}
