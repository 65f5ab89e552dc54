"use client";

import { useMemo } from "react";
import { useTabText } from "@/components/use-tab-text";
import { missingFields } from "@/domain/matricula/missing-fields";
import type { ImportColumn, ImportDetail } from "../types";

/**
 * What the columns of a file mean, as far as the person has changed it; kept in the tab until it is checked. A field
 * stands in one column at most: choosing it takes it from the other.
 */
export function useMapping({ id, columns: found }: ImportDetail) {
  const [text, setText] = useTabText(`student-import.${id}`);
  const chosen = useMemo(() => choicesOf(text), [text]);
  const columns = useMemo(
    () =>
      found.map((column): ImportColumn => {
        const field = chosen.get(column.index);
        if (field === undefined || field === column.field) return column;
        return { ...column, field, match: field === null ? "none" : "chosen" };
      }),
    [found, chosen],
  );

  /** Gives the column that had the field before, if another had it. */
  function choose(index: number, field: string | null): ImportColumn | undefined {
    const holder = field === null ? undefined : columns.find((column) => column.field === field);
    const other = holder?.index === index ? undefined : holder;
    const next = new Map(chosen).set(index, field);
    if (other) next.set(other.index, null);
    setText(JSON.stringify([...next]));
    return other;
  }

  return {
    columns,
    missing: missingFields(columns.map(({ field }) => field)),
    isChanged: columns.some(({ field }, place) => field !== found[place]?.field),
    choose,
    reset: () => setText(""),
  };
}

function choicesOf(text: string): Map<number, string | null> {
  try {
    const known: unknown = JSON.parse(text);
    return new Map(Array.isArray(known) ? known.filter(isChoice) : []);
  } catch {
    return new Map();
  }
}

function isChoice(item: unknown): item is [number, string | null] {
  if (!Array.isArray(item)) return false;
  const [index, field] = item;
  return typeof index === "number" && (field === null || typeof field === "string");
}
