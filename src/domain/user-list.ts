/** What a list of people can be asked, for server and browser; `user.ts` has the schemas. */

export const USER_SORTS = ["name", "role", "status", "joined"] as const;
export const SORT_DIRECTIONS = ["asc", "desc"] as const;
export const MAX_PAGE_SIZE = 100;
export const DEFAULT_PAGE_SIZE = 50;
export const MAX_BULK = 500;

export type UserSort = (typeof USER_SORTS)[number];
