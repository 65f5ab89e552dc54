/** Where a list shown page by page is: the cursor of its page, and those of the pages before it, the oldest first. */
export type CursorTrail = { after: string | null; trail: string[] };

// Cursors are long: of a longer walk only the end is kept, and before that there is the first page.
const MAX_TRAIL = 15;

/** The page after the one shown. */
export function pageAfter({ after, trail }: CursorTrail, cursor: string): CursorTrail {
  return { after: cursor, trail: after ? [...trail, after].slice(-MAX_TRAIL) : [] };
}

/** The page before the one shown. */
export function pageBefore({ trail }: CursorTrail): CursorTrail {
  return { after: trail.at(-1) ?? null, trail: trail.slice(0, -1) };
}
