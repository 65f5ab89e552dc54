import { personKeys } from "@/domain/identity/keys";
import type { MergeNote } from "@/domain/record-merge-list";
import { isSameValue } from "@/domain/stale";
import { only, type Values } from "./fields";

type Person = Parameters<typeof personKeys>[0];

/** Columns that follow from others, and are made anew from them. */
const DERIVED = ["sortKey", "searchKey"];

/**
 * Of the columns that a merge wrote in a row: those that stand as it wrote them, with their former values, and those that
 * somebody has changed since.
 */
export function judgeFields({ before, after }: MergeNote, now: Values): { back: Values; edited: string[] } {
  const written = Object.keys(after ?? {}).filter((field) => !DERIVED.includes(field));
  const edited = written.filter((field) => !isSameValue(now[field], after?.[field]));
  return {
    back: only(
      before ?? {},
      written.filter((field) => !edited.includes(field)),
    ),
    edited,
  };
}

/** What the record is found by: the former keys where names and numbers are all as they were, else new ones. */
export function keysBack({ before, after }: MergeNote, now: Values, next: Person & Values): Values {
  const named = ["firstNames", "lastNames", "code", "cedula", "schoolCedula"];
  const isUntouched = DERIVED.every((key) => isSameValue(now[key], after?.[key]));
  const isBack = named.every(
    (field) => !(field in (before ?? {})) || isSameValue(next[field], before?.[field]),
  );
  return isUntouched && isBack ? only(before ?? {}, DERIVED) : personKeys(next);
}
