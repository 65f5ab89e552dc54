/** Names the school that a page was loaded for: a call from a page of another school than one is in now is refused. */
export const SHOWN_SCHOOL_HEADER = "x-school";
