"use client";

import { useMemo, useState } from "react";
import type { Selection as TableSelection } from "@/components/ui/table-types";

type Item = { id: string };

/** What is selected in a list that shows one page at a time. */
export interface Selected<Row extends Item> {
  items: readonly Row[];
  ids: ReadonlySet<string>;
  choose: (items: readonly Row[]) => void;
  clear: () => void;
}

/** A selection kept from page to page, gone with the filter under which it was made. */
export function useSelection<Row extends Item>(filter: string): Selected<Row> {
  const [chosen, setChosen] = useState<{ filter: string; items: readonly Row[] }>({ filter, items: [] });
  const kept = chosen.filter === filter ? chosen.items : undefined;
  return useMemo(() => {
    const items = kept ?? [];
    return {
      items,
      ids: new Set(items.map(({ id }) => id)),
      choose: (next) => setChosen({ filter, items: next }),
      clear: () => setChosen({ filter, items: [] }),
    };
  }, [kept, filter]);
}

/** The selection as the table that shows these rows takes it. */
export function tableSelection<Row extends Item>(
  { items, ids, choose }: Selected<Row>,
  rows: readonly Row[],
): TableSelection {
  return {
    selected: ids,
    onChange: (next) =>
      choose([
        ...items.filter(({ id }) => next.has(id)),
        ...rows.filter(({ id }) => next.has(id) && !ids.has(id)),
      ]),
  };
}
