"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useErrorWords } from "@/components/account/use-error-words";
import type { ConflictChoice } from "@/components/ui/conflict-table";
import type { SchoolField } from "@/domain/organization";
import type { StaleField } from "@/domain/stale";
import { useTRPC } from "@/trpc/client";
import { errorData } from "@/trpc/error-data";
import type { SettingsPage } from "./pages";
import { inputOf } from "./update-input";
import { useEdits } from "./use-edits";
import { useSettings } from "./use-settings";

const loadRules = () => import("./field-problem");

export type StaleEdit = StaleField & { field: SchoolField };

export type SettingsForm = ReturnType<typeof useSettingsForm>;

/** A page of settings that is saved as a whole: what is written, what is wrong with it, and what others saved meanwhile. */
export function useSettingsForm(page: SettingsPage) {
  const trpc = useTRPC();
  const words = useErrorWords();
  const { school, show, refresh } = useSettings();
  const edits = useEdits(`${school.slug}/${page}`, school.fields);
  const save = useMutation(trpc.organization.update.mutationOptions());
  const [attempt, setAttempt] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<SchoolField>>(new Set());
  const [stale, setStale] = useState<readonly StaleEdit[]>([]);
  const [saved, setSaved] = useState(false);

  // The rules come with the first edit; until then, and where they cannot be had, the server alone judges.
  const { data: rules } = useQuery({
    queryKey: ["settings-rules"],
    queryFn: loadRules,
    enabled: edits.count > 0,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
  });
  const problemsBy = (judge: typeof rules) =>
    new Map(
      fieldsOf(edits.changes).flatMap((field) => {
        const key = judge?.problemOf(field, edits.values[field]);
        return key === undefined ? [] : [[field, key] as const];
      }),
    );
  const problems = problemsBy(rules);

  async function send(changes: typeof edits.changes, base: typeof edits.base) {
    setStale([]);
    try {
      await save.mutateAsync({ ...inputOf(changes), base: inputOf(base) });
    } catch (error) {
      const found = errorData(error)?.domain?.stale ?? [];
      setStale(found.map((each) => ({ ...each, field: each.field as SchoolField })));
      return;
    }
    show(changes);
    edits.discard();
    setLeft(new Set());
    setAttempt(0);
    setSaved(true);
    await refresh();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (save.isPending || edits.count === 0) return;
    setAttempt(attempt + 1);
    const judge = rules ?? (await loadRules().catch(() => undefined));
    if (problemsBy(judge).size === 0) await send(edits.changes, edits.base);
  }

  /** Keeps of each field the version that was chosen, and saves what is left of one's own. */
  async function settle(choices: ReadonlyMap<SchoolField, ConflictChoice>) {
    const theirs = new Map(stale.map(({ field, theirs: value }) => [field, value] as const));
    const dropped = new Set(stale.flatMap(({ field }) => (choices.get(field) === "theirs" ? [field] : [])));
    const own = fieldsOf(edits.changes).filter((field) => !dropped.has(field));
    show(Object.fromEntries([...theirs].filter(([field]) => dropped.has(field))));
    edits.rebase(theirs, dropped);
    const part = (values: typeof edits.values) =>
      Object.fromEntries(own.map((field) => [field, values[field]]));
    await send(part(edits.values), part({ ...edits.values, ...edits.base, ...Object.fromEntries(theirs) }));
  }

  return {
    school,
    values: edits.values,
    count: edits.count,
    stale,
    saving: save.isPending,
    saved: saved && edits.count === 0,
    attempt,
    errorCount: attempt > 0 ? problems.size : 0,
    /** Why nothing was saved, where no field says it. */
    failure: save.error && stale.length === 0 && attempt > 0 ? words.ofError(save.error).message : undefined,
    submit,
    settle,
    change<Field extends SchoolField>(field: Field, value: (typeof edits.values)[Field]) {
      setSaved(false);
      edits.change(field, value);
    },
    /** The field was left: from now on it says what is wrong. */
    leave: (field: SchoolField) => setLeft(new Set(left).add(field)),
    error(field: SchoolField): string | undefined {
      const key = problems.get(field);
      return key !== undefined && (attempt > 0 || left.has(field))
        ? words.ofField({ message: key })
        : undefined;
    },
    discard() {
      edits.discard();
      save.reset();
      setAttempt(0);
      setLeft(new Set());
      setStale([]);
    },
  };
}

function fieldsOf(values: Partial<Record<SchoolField, unknown>>): SchoolField[] {
  return Object.keys(values) as SchoolField[];
}
