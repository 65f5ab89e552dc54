/**
 * For what is sensitive, whose every reading is written down: it is read when somebody looks at it and after a change,
 * and not again because a window or the network came back.
 */
export const SEEN_ONCE = {
  staleTime: 5 * 60_000,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;
