import { sql } from "drizzle-orm";
import { bigint, index, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { AUDIT_VIAS, type AuditVia } from "../../../domain/audit-list";
import {
  createdAt,
  currentAccount,
  currentOrganization,
  gatePolicy,
  oneOf,
  platformPolicy,
  tenantPolicy,
} from "../_columns";
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
    /** Whom the actor stood for, by name: the maker of an API key, the school that a visitor entered. */
    onBehalfOf: text("on_behalf_of").notNull().default(""),
    /** Through which door it came. */
    via: text("via").$type<AuditVia>().notNull().default("web"),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: uuid("subject_id"),
    subjectName: text("subject_name").notNull().default(""),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
  },
  (t) => [
    index("audit_events_list_idx").on(t.organizationId, t.createdAt, t.id),
    index("audit_events_all_idx").on(t.createdAt, t.id),
    index("audit_events_subject_idx").on(t.organizationId, t.subjectId, t.createdAt),
    index("audit_events_actor_idx").on(t.organizationId, t.actorUserId, t.createdAt, t.id),
    index("audit_events_action_idx").on(t.organizationId, t.action, t.createdAt, t.id),
    oneOf("audit_events_via_check", t.via, AUDIT_VIAS),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`false`, sql`actor_account_id is not distinct from ${currentAccount}`),
  ],
);

/**
 * Events that no chain holds yet: written with the event, taken away by the one who seals it. Organization-scoped;
 * the platform's own have no organization.
 */
export const auditUnsealed = core.table(
  "audit_unsealed",
  {
    eventId: uuid("event_id").primaryKey(),
    organizationId: uuid("organization_id"),
    createdAt: createdAt(),
  },
  (t) => [
    index("audit_unsealed_chain_idx").on(t.organizationId, t.createdAt, t.eventId),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`false`, sql`true`),
  ],
);

/**
 * The chains: each event's place in that of its organization, and the hash of what it says with the hash before it.
 * `chain` is the organization, or the nil UUID for the platform's own events. Append-only. Organization-scoped.
 */
export const auditSeals = core.table(
  "audit_seals",
  {
    chain: uuid("chain").notNull(),
    /** From 1, without gaps. */
    position: bigint("position", { mode: "number" }).notNull(),
    eventId: uuid("event_id").notNull(),
    /** SHA-256, hexadecimal. */
    hash: text("hash").notNull(),
    sealedAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "audit_seals_pkey", columns: [t.chain, t.position] }),
    uniqueIndex("audit_seals_event_key").on(t.chain, t.eventId),
    tenantPolicy(sql`chain = ${currentOrganization}`),
    platformPolicy(),
  ],
);
