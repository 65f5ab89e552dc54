import { z } from "zod";
import { AUDIT_KIND_NAMES, AUDIT_OUTSIDERS, AUDIT_PERIOD_NAMES, NO_SCHOOL } from "./audit-list";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "./user-list";

/** Inputs about the log of a school, and about that of the platform, which has those of all. */

const filters = {
  /** A person of the school, also one who has left, or all that are none. */
  actor: z.union([z.enum(AUDIT_OUTSIDERS), z.uuid()]).optional(),
  kinds: z.array(z.enum(AUDIT_KIND_NAMES)).default([]),
  period: z.enum(AUDIT_PERIOD_NAMES).optional(),
  /** Days of the school, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Words of the names of who did it and what it was done to. */
  search: z.string().trim().max(200).default(""),
  /** The one record that the events are about. */
  subjectId: z.uuid().optional(),
};

const page = {
  cursor: z.string().max(1_000).optional(),
  limit: z.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
};

export const auditFilterSchema = z.object(filters);
/** Over all schools: the events of one, or those of the platform itself. */
export const platformAuditFilterSchema = auditFilterSchema.extend({
  school: z.union([z.literal(NO_SCHOOL), z.uuid()]).optional(),
});
export const listEventsInput = auditFilterSchema.extend(page);
export const listPlatformEventsInput = platformAuditFilterSchema.extend(page);
export const recentEventsInput = z.object({ limit: z.number().int().min(1).max(20).default(8) });
export const eventIdInput = z.object({ id: z.uuid() });
export const findActorsInput = z.object({
  search: z.string().trim().max(200).default(""),
  /** That one person alone. */
  id: z.uuid().optional(),
});

export const findPlatformActorsInput = findActorsInput.extend({ school: z.uuid().optional() });

export type AuditFilter = z.output<typeof auditFilterSchema>;
export type ListEventsInput = z.output<typeof listEventsInput>;
export type PlatformAuditFilter = z.output<typeof platformAuditFilterSchema>;
export type ListPlatformEventsInput = z.output<typeof listPlatformEventsInput>;
