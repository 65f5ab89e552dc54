import type { ReactNode } from "react";

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The row's name, in a `th scope=row`; without any it is the first column. */
  rowHeader?: boolean;
  /** Has a sort button in its head. */
  sortable?: boolean;
  /** Numbers stand right. */
  align?: "start" | "end";
  /** Hidden below this width: "sm" 640 px, "md" 900 px, "lg" 1200 px. */
  from?: "sm" | "md" | "lg";
  /** Any CSS width. */
  width?: string;
  nowrap?: boolean;
}

export interface Sort {
  column: string;
  direction: "ascending" | "descending";
}

export interface Selection {
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
}

/** The sort after a press on a column's head: turned round, or by that column upwards. */
export function nextSort(sort: Sort | undefined, column: string): Sort {
  const turn = sort?.column === column && sort.direction === "ascending";
  return { column, direction: turn ? "descending" : "ascending" };
}

/** The selection with one row more or less. */
export function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The selection with all of `keys` in it, or with none of them when all were in it already. */
export function toggledAll(selected: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const next = new Set(selected);
  const all = keys.length > 0 && keys.every((key) => next.has(key));
  for (const key of keys) all ? next.delete(key) : next.add(key);
  return next;
}
