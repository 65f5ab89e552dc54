import { z } from "zod";
import { INCIDENTS_AT_ONCE } from "./incident-list";
import { lineSchema, linesSchema, pastDaySchema } from "./student";
import { INCIDENT_KINDS, INCIDENT_SEVERITIES } from "./student-list";

/** Inputs about disciplinary incidents; issues carry keys of the `errors` messages. */

const fields = {
  kind: z.enum(INCIDENT_KINDS),
  severity: z.enum(INCIDENT_SEVERITIES),
  occurredOn: pastDaySchema,
  /** Who saw it; empty for who writes it down. */
  reportedBy: lineSchema(),
  description: linesSchema(4_000).pipe(z.string().min(1, "incident.descriptionEmpty")),
  actionTaken: linesSchema(),
  followUp: linesSchema(),
  /** When the family was told. */
  parentInformedOn: z.union([z.null(), z.literal("").transform(() => null), pastDaySchema]),
};

/** What the form holds. */
export const incidentSchema = z.object(fields);
export const reportIncidentInput = z.object({ studentId: z.uuid(), ...fields });
/** With `base`, what the form was loaded with, a stale save is told. */
export const updateIncidentInput = z.object({
  id: z.uuid(),
  ...z.object(fields).partial().shape,
  base: z.object(fields).partial().optional(),
});
export const incidentIdInput = z.object({ id: z.uuid() });
export const listIncidentsInput = z.object({
  studentId: z.uuid(),
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(INCIDENTS_AT_ONCE).default(INCIDENTS_AT_ONCE),
});

export type IncidentValues = z.output<typeof incidentSchema>;
export type ReportIncidentInput = z.output<typeof reportIncidentInput>;
export type UpdateIncidentInput = z.output<typeof updateIncidentInput>;
export type ListIncidentsInput = z.output<typeof listIncidentsInput>;
