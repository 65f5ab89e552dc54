/** Told after each part that is done for good: to show progress. What it throws stops the work there. */
export type Step = (name: string, progress?: { table: string; carried: number }) => void;

/** What the new shape holds and the old one has no place for, by what it is: it stays in the new tables. */
export type LeftBehind = Record<string, number>;
