/** A day in milliseconds, as `Date` counts. */
export const DAY = 86_400_000;
