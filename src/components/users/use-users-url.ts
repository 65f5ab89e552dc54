"use client";

import { useQueryStates } from "nuqs";
import { useCallback } from "react";
import { type UsersUrl, usersParsers } from "./users-url";

/** The list's address and ways to change it; a change of filter or order leads back to the first page. */
export function useUsersUrl() {
  const [url, setUrl] = useQueryStates(usersParsers, { scroll: false });
  const narrow = useCallback(
    (change: Partial<UsersUrl>, how: { replace?: boolean } = {}) =>
      void setUrl(
        { ...change, after: null, trail: null, person: null },
        { history: how.replace ? "replace" : "push" },
      ),
    [setUrl],
  );
  // From one person to the next no trace is left: Back leads out of the panel, not through everybody seen.
  const open = useCallback(
    (person: string | null) =>
      void setUrl({ person }, { history: url.person === null || person === null ? "push" : "replace" }),
    [setUrl, url.person],
  );
  return { url, narrow, open };
}
