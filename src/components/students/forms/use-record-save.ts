"use client";

import { useState } from "react";
import type { ConflictChoice } from "@/components/ui/conflict-table";
import { isSameValue, type StaleField } from "@/domain/stale";
import { errorData } from "@/trpc/error-data";

type Fields = Record<string, unknown>;

/** What somebody else saved meanwhile, and what was about to be saved. */
export type RecordConflict<Values extends Fields> = { stale: readonly StaleField[]; yours: Values };

export interface RecordSaveOptions<Values extends Fields> {
  /** What the form was opened with. */
  initial: Values;
  /** Sends what has changed, with what stood there. */
  send: (changes: Partial<Values>, base: Partial<Values>) => Promise<unknown>;
  onSaved: (values: Values) => void;
}

/**
 * Saves what has changed of a record. Where somebody else has saved one of these fields meanwhile, nothing is saved and
 * both versions stand in `conflict`, to be settled field by field.
 */
export function useRecordSave<Values extends Fields>({ initial, send, onSaved }: RecordSaveOptions<Values>) {
  // What others save meanwhile does not move under the fingers.
  const [base, setBase] = useState(initial);
  const [conflict, setConflict] = useState<RecordConflict<Values> | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const [saving, setSaving] = useState(false);

  async function saveOver(from: Values, values: Values) {
    const changed = Object.keys(values).filter((field) => !isSameValue(values[field], from[field]));
    setFailure(undefined);
    setConflict(null);
    setSaving(true);
    try {
      if (changed.length > 0) await send(pick(values, changed), pick(from, changed));
      onSaved(values);
    } catch (error) {
      const stale = errorData(error)?.domain?.stale ?? [];
      if (stale.length > 0) setConflict({ stale, yours: values });
      else setFailure(error);
    } finally {
      setSaving(false);
    }
  }

  /** Keeps of each field the version that was chosen, shows it in the form by `show`, and saves again. */
  async function settle(
    choices: ReadonlyMap<string, ConflictChoice>,
    show: (field: string, value: unknown) => void,
  ) {
    if (!conflict) return;
    const theirs = Object.fromEntries(conflict.stale.map(({ field, theirs: value }) => [field, value]));
    const given = conflict.stale.filter(({ field }) => choices.get(field) === "theirs");
    for (const { field, theirs: value } of given) show(field, value);
    const next = { ...base, ...theirs };
    setBase(next);
    await saveOver(next, {
      ...conflict.yours,
      ...Object.fromEntries(given.map(({ field, theirs: value }) => [field, value])),
    });
  }

  return {
    save: (values: Values) => saveOver(base, values),
    settle,
    conflict,
    failure,
    saving,
  };
}

function pick<Values extends Fields>(values: Values, fields: readonly string[]): Partial<Values> {
  return Object.fromEntries(fields.map((field) => [field, values[field]])) as Partial<Values>;
}
