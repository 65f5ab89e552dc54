"use client";

import { useQueryStates } from "nuqs";
import { useCallback } from "react";
import { type StudentsUrl, studentsParsers } from "./students-url";

/** The list's address and ways to change it; a change of filter or order leads back to the first page. */
export function useStudentsUrl() {
  const [url, setUrl] = useQueryStates(studentsParsers, { scroll: false });
  const narrow = useCallback(
    (change: Partial<StudentsUrl>, how: { replace?: boolean } = {}) =>
      void setUrl(
        { ...change, after: null, trail: null, open: null },
        { history: how.replace ? "replace" : "push" },
      ),
    [setUrl],
  );
  // From one student to the next no trace is left: Back leads out of the panel, not through everybody seen.
  const open = useCallback(
    (id: string | null) =>
      void setUrl({ open: id }, { history: url.open === null || id === null ? "push" : "replace" }),
    [setUrl, url.open],
  );
  const showColumns = useCallback(
    (cols: StudentsUrl["cols"]) => void setUrl({ cols }, { history: "replace" }),
    [setUrl],
  );
  return { url, narrow, open, showColumns };
}
