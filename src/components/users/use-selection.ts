"use client";

import { useMemo, useState } from "react";
import type { Subject } from "./types";

export interface PeopleSelection {
  people: readonly Subject[];
  ids: ReadonlySet<string>;
  choose: (people: readonly Subject[]) => void;
  clear: () => void;
}

const NOBODY: readonly Subject[] = [];

/** Who is selected; kept from page to page, gone with the filter under which they were chosen. */
export function useSelection(filter: string): PeopleSelection {
  const [chosen, setChosen] = useState({ filter, people: NOBODY });
  const people = chosen.filter === filter ? chosen.people : NOBODY;
  return useMemo(
    () => ({
      people,
      ids: new Set(people.map(({ id }) => id)),
      choose: (next) => setChosen({ filter, people: next }),
      clear: () => setChosen({ filter, people: NOBODY }),
    }),
    [people, filter],
  );
}
