/** A day in milliseconds, as `Date` counts. */
export const DAY = 86_400_000;

/** What is taken away can be brought back for so many days. */
export const UNDO_DAYS = 30;

/** What happened after this can be undone. */
export function undoableSince(now = Date.now()): Date {
  return new Date(now - UNDO_DAYS * DAY);
}
