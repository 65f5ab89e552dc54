/** What is written down of an incident, for server and browser; `incident.ts` has the schemas. */

/** Fields that a form changes. */
export const INCIDENT_FIELDS = [
  "kind",
  "severity",
  "occurredOn",
  "reportedBy",
  "description",
  "actionTaken",
  "followUp",
  "parentInformedOn",
] as const;
export type IncidentField = (typeof INCIDENT_FIELDS)[number];

export const INCIDENTS_AT_ONCE = 20;
/** A coach mends a report of their own for so long. */
export const OWN_REPORT_DAYS = 7;
