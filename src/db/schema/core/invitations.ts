import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { InvitationVerdict } from "../../../domain/invitation-verdict";
import {
  DELIVERY_STATUSES,
  type DeliveryStatus,
  INVITATION_BATCH_STATUSES,
  INVITATION_STATUSES,
  type InvitationBatchStatus,
  type InvitationStatus,
  ROLES,
  type Role,
} from "../../../domain/roles";
import {
  createdAt,
  currentInvitation,
  gatePolicy,
  id,
  instant,
  oneOf,
  organizationId,
  platformPolicy,
  tenantPolicy,
  textSetting,
} from "../_columns";
import { core, organizations } from "./organizations";
import { users } from "./users";

/** One sending of many invitations: what was refused, and how far the queue is. Organization-scoped. */
export const invitationBatches = core.table(
  "invitation_batches",
  {
    organizationId: organizationId(),
    id: id(),
    createdBy: uuid("created_by"),
    status: text("status").$type<InvitationBatchStatus>().notNull().default("sending"),
    lineCount: integer("line_count").notNull(),
    invitedCount: integer("invited_count").notNull(),
    refused: jsonb("refused").$type<InvitationVerdict[]>().notNull(),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    primaryKey({ name: "invitation_batches_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "invitation_batches_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "invitation_batches_created_by_fk",
      columns: [t.organizationId, t.createdBy],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    oneOf("invitation_batches_status_check", t.status, INVITATION_BATCH_STATUSES),
    tenantPolicy(),
    platformPolicy(),
  ],
);

/**
 * Organization-scoped. Class, student and guardian have no foreign keys: core never refers to the tenant plane;
 * acceptance checks them.
 */
export const invitations = core.table(
  "invitations",
  {
    organizationId: organizationId(),
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull().default(""),
    searchKey: text("search_key").notNull(),
    role: text("role").$type<Role>().notNull(),
    classId: uuid("class_id"),
    /** The record from which it was sent, a student's or a guardian's: whoever accepts is linked to it. */
    studentId: uuid("student_id"),
    guardianId: uuid("guardian_id"),
    status: text("status").$type<InvitationStatus>().notNull().default("pending"),
    delivery: text("delivery").$type<DeliveryStatus>().notNull().default("queued"),
    batchId: uuid("batch_id"),
    /** The line of the list that asked for it, as the person counts them. */
    line: integer("line"),
    invitedBy: uuid("invited_by"),
    sendCount: integer("send_count").notNull().default(0),
    lastSentAt: instant("last_sent_at"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
    closedAt: instant("closed_at"),
    acceptedUserId: uuid("accepted_user_id"),
  },
  (t) => [
    primaryKey({ name: "invitations_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "invitations_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "invitations_batch_fk",
      columns: [t.organizationId, t.batchId],
      foreignColumns: [invitationBatches.organizationId, invitationBatches.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "invitations_invited_by_fk",
      columns: [t.organizationId, t.invitedBy],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "invitations_accepted_user_fk",
      columns: [t.organizationId, t.acceptedUserId],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    uniqueIndex("invitations_one_pending").on(t.organizationId, t.email).where(sql`${t.status} = 'pending'`),
    index("invitations_list_idx").on(t.organizationId, t.createdAt, t.id),
    index("invitations_batch_idx").on(t.organizationId, t.batchId, t.delivery),
    index("invitations_class_idx").on(t.organizationId, t.classId),
    index("invitations_student_idx").on(t.organizationId, t.studentId).where(sql`${t.studentId} is not null`),
    index("invitations_guardian_idx")
      .on(t.organizationId, t.guardianId)
      .where(sql`${t.guardianId} is not null`),
    check("invitations_record_check", sql`${t.studentId} is null or ${t.guardianId} is null`),
    oneOf("invitations_role_check", t.role, ROLES),
    oneOf("invitations_status_check", t.status, INVITATION_STATUSES),
    oneOf("invitations_delivery_check", t.delivery, DELIVERY_STATUSES),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`id = ${currentInvitation}`, sql`false`),
  ],
);

/** Links of an invitation: each sending and each copy makes one, all of them end with it. Organization-scoped. */
export const invitationTokens = core.table(
  "invitation_tokens",
  {
    organizationId: organizationId(),
    id: id(),
    invitationId: uuid("invitation_id").notNull(),
    /** SHA-256 of a random 256-bit token, hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "invitation_tokens_pkey", columns: [t.organizationId, t.id] }),
    uniqueIndex("invitation_tokens_token_hash_key").on(t.tokenHash),
    index("invitation_tokens_invitation_idx").on(t.organizationId, t.invitationId),
    foreignKey({
      name: "invitation_tokens_invitation_fk",
      columns: [t.organizationId, t.invitationId],
      foreignColumns: [invitations.organizationId, invitations.id],
    }).onDelete("cascade"),
    tenantPolicy(),
    platformPolicy(),
    gatePolicy(sql`token_hash = ${textSetting("token_hash")}`, sql`false`),
  ],
);
