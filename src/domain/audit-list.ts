/** What the log can be asked, for server and browser; `audit.ts` has the schemas. */

/** Groups of actions, each by the words before the dot of its actions. */
export const AUDIT_KINDS = {
  people: ["user"],
  classes: ["class"],
  students: ["student", "guardian", "health", "incident", "attendance", "import", "transfer"],
  academics: ["year", "grade", "section", "subject", "rollover"],
  invitations: ["invitation"],
  settings: ["organization", "key"],
  account: ["account"],
  views: ["view", "audit"],
  platform: ["platform"],
} as const;
export type AuditKind = keyof typeof AUDIT_KINDS;
export const AUDIT_KIND_NAMES = Object.keys(AUDIT_KINDS) as [AuditKind, ...AuditKind[]];

/** The group that an action belongs to; undefined for one of no group. */
export function auditKindOf(action: string): AuditKind | undefined {
  const [prefix] = action.split(".");
  return AUDIT_KIND_NAMES.find((kind) => AUDIT_KINDS[kind].some((word) => word === prefix));
}

/** Days of the school, the last of which is today. */
export const AUDIT_PERIODS = { today: 1, "7d": 7, "30d": 30 } as const;
export type AuditPeriod = keyof typeof AUDIT_PERIODS;
export const AUDIT_PERIOD_NAMES = Object.keys(AUDIT_PERIODS) as [AuditPeriod, ...AuditPeriod[]];

/** Who is no person of the school: the system itself, and the platform's people. */
export const AUDIT_OUTSIDERS = ["system", "platform"] as const;

/** In the place of a school: the platform itself, whose events are no school's. */
export const NO_SCHOOL = "platform";

/** What an export holds at most, the newest first. */
export const MAX_EXPORTED_EVENTS = 50_000;

/** The doors through which something is done: pages, REST, the command line, the queue. */
export const AUDIT_VIAS = ["web", "api", "cli", "job"] as const;
export type AuditVia = (typeof AUDIT_VIAS)[number];
