import { ORGANIZATION_STATUSES, type OrganizationStatus } from "./roles";

/** What the platform's lists of schools are asked for, for server and browser; `organization.ts` has the schemas. */

/** How a school stands, as the platform shows it; `deleted` is closed and waits to be erased. */
export const SCHOOL_STATES = [...ORGANIZATION_STATUSES, "deleted"] as const;
export type SchoolState = (typeof SCHOOL_STATES)[number];

/** How a school stands. */
export function schoolState(school: { status: OrganizationStatus; deletedAt: Date | null }): SchoolState {
  return school.deletedAt === null ? school.status : "deleted";
}

/** People that a school may have, where nobody says otherwise, and at most. */
export const DEFAULT_SEATS = 500;
export const MAX_SEATS = 100_000;

export const MAX_EXPORTED_SCHOOLS = 20_000;

/** How long a deleted school can be brought back. */
export const RESTORABLE_DAYS = 30;
