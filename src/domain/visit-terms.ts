/** What a visit to a school can be, for server and browser; `visit.ts` has the schema. */

export const VISIT_MINUTES = [15, 30, 60] as const;
export const MAX_VISIT_MINUTES = 60;
export const DEFAULT_VISIT_MINUTES = 30;
export const MAX_VISIT_REASON = 200;
