import { sql } from "drizzle-orm";
import { index, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, currentAccount, gatePolicy, platformPolicy, tenantPolicy } from "../_columns";
import { core } from "./organizations";

/**
 * What was done, by whom, in the transaction that did it. Organization-scoped; a platform event has no
 * organization. Append-only: no role of the application may update or delete.
 */
export const auditEvents = core.table(
  "audit_events",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id"),
    actorAccountId: uuid("actor_account_id"),
    actorUserId: uuid("actor_user_id"),
    /** How the actor is named in the log: kept as it was, whatever becomes of the person. */
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: uuid("subject_id"),
    subjectName: text("subject_name").notNull().default(""),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    ipAddress: text("ip_address"),
    createdAt: createdAt(),
  },
  (t) => [
    index("audit_events_list_idx").on(t.organizationId, t.createdAt, t.id),
    index("audit_events_subject_idx").on(t.organizationId, t.subjectId, t.createdAt),
    index("audit_events_actor_idx").on(t.organizationId, t.actorUserId, t.createdAt, t.id),
    index("audit_events_action_idx").on(t.organizationId, t.action, t.createdAt, t.id),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`false`, sql`actor_account_id is not distinct from ${currentAccount}`),
  ],
);
