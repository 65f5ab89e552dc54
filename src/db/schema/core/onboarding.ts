import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  DELIVERY_STATUSES,
  type DeliveryStatus,
  ORGANIZATION_PLANS,
  type OrganizationPlan,
  PROVISIONING_STATES,
  type ProvisioningState,
  SCHOOL_INVITATION_STATUSES,
  type SchoolInvitationStatus,
} from "../../../domain/roles";
import {
  createdAt,
  gatePolicy,
  instant,
  oneOf,
  organizationId,
  platformPolicy,
  tenantPolicy,
  textSetting,
  updatedAt,
} from "../_columns";
import { core, organizations } from "./organizations";

/** A school that the platform has asked to join. Global: there is no organization before it is accepted. */
export const schoolInvitations = core.table(
  "school_invitations",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    /** Normalised, as in `accounts`. */
    contactEmail: text("contact_email").notNull(),
    searchKey: text("search_key").notNull(),
    plan: text("plan").$type<OrganizationPlan>().notNull().default("COMMUNITY"),
    /** What is proposed in the wizard; taken names are found out there. */
    slug: text("slug"),
    /** A PostgreSQL schema of its own, made by the operator's process. */
    placedApart: boolean("placed_apart").notNull().default(false),
    locale: text("locale").notNull().default("es"),
    /** Expired is a pending one past `expires_at`. */
    status: text("status").$type<SchoolInvitationStatus>().notNull().default("pending"),
    delivery: text("delivery").$type<DeliveryStatus>().notNull().default("queued"),
    /** SHA-256 of the one link that works, hexadecimal; of nothing until the job that mails it has made it. */
    tokenHash: text("token_hash"),
    sendCount: integer("send_count").notNull().default(0),
    lastSentAt: instant("last_sent_at"),
    expiresAt: instant("expires_at").notNull(),
    invitedBy: text("invited_by").notNull(),
    createdAt: createdAt(),
    closedAt: instant("closed_at"),
    /** The school that accepted. */
    organizationId: uuid("organization_id"),
  },
  (t) => [
    uniqueIndex("school_invitations_token_hash_key").on(t.tokenHash),
    uniqueIndex("school_invitations_one_pending")
      .on(t.contactEmail, t.name)
      .where(sql`${t.status} = 'pending'`),
    uniqueIndex("school_invitations_organization_key").on(t.organizationId),
    index("school_invitations_list_idx").on(t.createdAt, t.id),
    foreignKey({
      name: "school_invitations_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    oneOf("school_invitations_plan_check", t.plan, ORGANIZATION_PLANS),
    oneOf("school_invitations_status_check", t.status, SCHOOL_INVITATION_STATUSES),
    oneOf("school_invitations_delivery_check", t.delivery, DELIVERY_STATUSES),
    check("school_invitations_accepted_check", sql`${t.status} <> 'accepted' or ${t.closedAt} is not null`),
    platformPolicy(),
    gatePolicy(sql`token_hash = ${textSetting("token_hash")}`, sql`false`),
  ],
);

/** How far the operator's process is with a school's own schema. Organization-scoped. */
export const provisionings = core.table(
  "provisionings",
  {
    organizationId: organizationId().primaryKey(),
    placement: text("placement").notNull(),
    /** The school year that the school begins with, as its name; empty where nobody has said one. */
    year: text("year").notNull().default(""),
    state: text("state").$type<ProvisioningState>().notNull().default("queued"),
    /** Migrations applied, of how many. */
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    /** What went wrong last, for the operator. */
    failure: text("failure"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "provisionings_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    oneOf("provisionings_state_check", t.state, PROVISIONING_STATES),
    tenantPolicy(),
    platformPolicy(),
  ],
);
