/** What is written down of an incident, for server and browser; `incident.ts` has the schemas. */

export const INCIDENTS_AT_ONCE = 20;
/** A coach mends a report of their own for so long. */
export const OWN_REPORT_DAYS = 7;
