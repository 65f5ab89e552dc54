"use client";

import { useState } from "react";
import type { SchoolField, SchoolFields } from "@/domain/organization";
import { isSameValue } from "@/domain/stale";

type Edit = { base: unknown; value: unknown };
/** By field, what was written and what stood there when it was first touched. */
type Edits = Partial<Record<SchoolField, Edit>>;

// Of this tab, until it is reloaded: a wrong turn and back loses nothing.
const kept = new Map<string, Edits>();

/** What is written on a page of a school's settings and not saved, over what is saved; `key` names both. */
export function useEdits(key: string, saved: SchoolFields) {
  const [edits, setEdits] = useState<Edits>(() => kept.get(key) ?? {});

  function put(next: Edits) {
    if (Object.keys(next).length > 0) kept.set(key, next);
    else kept.delete(key);
    setEdits(next);
  }

  const of = (part: keyof Edit): Partial<SchoolFields> =>
    Object.fromEntries(Object.entries(edits).map(([field, edit]) => [field, edit[part]]));

  return {
    values: { ...saved, ...of("value") },
    changes: of("value"),
    base: of("base"),
    count: Object.keys(edits).length,
    change<Field extends SchoolField>(field: Field, value: SchoolFields[Field]) {
      const { [field]: edit, ...others } = edits;
      const base = edit ? edit.base : saved[field];
      // Back to what it was, it is no change, and shows what is saved by now.
      put(isSameValue(value, base) ? (others as Edits) : { ...edits, [field]: { base, value } });
    },
    /** Takes these as what stood there; of the fields named in `dropped` nothing that was written stays. */
    rebase(theirs: ReadonlyMap<SchoolField, unknown>, dropped: ReadonlySet<SchoolField>) {
      const rest = Object.entries(edits).filter(([field]) => !dropped.has(field as SchoolField));
      const next = rest.map(([field, edit]) => {
        const base = theirs.has(field as SchoolField) ? theirs.get(field as SchoolField) : edit.base;
        return [field, { ...edit, base }] as const;
      });
      put(Object.fromEntries(next));
    },
    discard: () => put({}),
  };
}
