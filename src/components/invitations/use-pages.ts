"use client";

import { useState } from "react";

const SIZE = 50;

/** Rows that are all here already, fifty at a time; a shorter list falls back to its last page. */
export function usePages<Row>(rows: readonly Row[]) {
  const [wanted, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(rows.length / SIZE) - 1);
  const page = Math.min(wanted, last);
  const start = page * SIZE;
  return {
    shown: rows.slice(start, start + SIZE),
    pager: {
      page,
      last,
      from: start + 1,
      to: Math.min(start + SIZE, rows.length),
      total: rows.length,
      setPage,
    },
  };
}

export type Pager = ReturnType<typeof usePages>["pager"];
