/** What is written down of an incident, for server and browser; `incident.ts` has the schemas. */

export const INCIDENTS_AT_ONCE = 20;
