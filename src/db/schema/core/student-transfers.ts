import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AppLocale } from "../../../domain/locale";
import { DELIVERY_STATUSES, type DeliveryStatus } from "../../../domain/roles";
import {
  TRANSFER_SIDES,
  TRANSFER_STATUSES,
  type TransferSection,
  type TransferSide,
  type TransferStatus,
} from "../../../domain/student-list";
import {
  createdAt,
  currentOrganization,
  gatePolicy,
  id,
  instant,
  oneOf,
  organizationId,
  platformPolicy,
  tenantPolicy,
  textSetting,
  updatedAt,
} from "../_columns";
import { core, organizations } from "./organizations";

/**
 * A student who moves to another school of the platform with the record: both schools see the row, the receiving one
 * once a guardian has agreed, and the guardian who holds the link. Organization-scoped: `organization_id` is the sending
 * school, which alone writes here, and neither the guardian's answer nor that of the other school.
 */
export const studentTransfers = core.table(
  "student_transfers",
  {
    organizationId: organizationId(),
    id: id(),
    /** No foreign key: the sending school's history outlives the other school; then the nil UUID. */
    toOrganizationId: uuid("to_organization_id").notNull(),
    /** The record in the sending school: its tenant plane. */
    studentId: uuid("student_id").notNull(),
    studentName: text("student_name").notNull(),
    fromSchoolName: text("from_school_name").notNull(),
    toSchoolName: text("to_school_name").notNull(),
    sections: jsonb("sections").$type<TransferSection[]>().notNull(),
    /** For the guardian, and for the school that has taken the student in. */
    reason: text("reason").notNull().default(""),
    /** The last day in the sending school. */
    lastDay: date("last_day", { mode: "string" }).notNull(),
    /** Expired is an open one past `expires_at`. */
    status: text("status").$type<TransferStatus>().notNull().default("awaiting_guardian"),
    guardianName: text("guardian_name").notNull(),
    /** Normalised, as in `accounts`. */
    guardianEmail: text("guardian_email").notNull(),
    /** Of the messages to the guardian. */
    locale: text("locale").$type<AppLocale>().notNull().default("es"),
    /** How far the message with the link is. */
    delivery: text("delivery").$type<DeliveryStatus>().notNull().default("queued"),
    lastSentAt: instant("last_sent_at"),
    /** SHA-256 of the one link that works; null until the job that mails it has made it. It decides once. */
    tokenHash: text("token_hash"),
    guardianAgreedAt: instant("guardian_agreed_at"),
    /** Who said no. */
    declinedBy: text("declined_by").$type<TransferSide>(),
    declineReason: text("decline_reason").notNull().default(""),
    /** Who of the receiving school decided. */
    decidedBy: text("decided_by").notNull().default(""),
    closedAt: instant("closed_at"),
    /** The record in the receiving school. */
    receivedStudentId: uuid("received_student_id"),
    /** Files that are not copied yet. */
    filesPending: integer("files_pending").notNull().default(0),
    requestedBy: text("requested_by").notNull(),
    /** Who is told how it ends; null for somebody of the platform on a visit. */
    requestedByUserId: uuid("requested_by_user_id"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "student_transfers_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "student_transfers_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    uniqueIndex("student_transfers_one_open")
      .on(t.organizationId, t.studentId)
      .where(sql`${t.status} in ('awaiting_guardian', 'awaiting_school')`),
    uniqueIndex("student_transfers_token_key").on(t.tokenHash),
    index("student_transfers_list_idx").on(t.organizationId, t.createdAt, t.id),
    index("student_transfers_student_idx").on(t.organizationId, t.studentId, t.createdAt),
    index("student_transfers_incoming_idx").on(t.toOrganizationId, t.createdAt, t.id),
    oneOf("student_transfers_status_check", t.status, TRANSFER_STATUSES),
    oneOf("student_transfers_delivery_check", t.delivery, DELIVERY_STATUSES),
    oneOf("student_transfers_declined_by_check", t.declinedBy, TRANSFER_SIDES),
    check(
      "student_transfers_agreed_check",
      sql`${t.status} not in ('awaiting_school', 'completed') or ${t.guardianAgreedAt} is not null`,
    ),
    // What the receiving school decides is written by the platform's role.
    tenantPolicy(
      sql`organization_id = ${currentOrganization} or
        to_organization_id = ${currentOrganization} and guardian_agreed_at is not null`,
      sql`organization_id = ${currentOrganization}`,
    ),
    platformPolicy(),
    gatePolicy(sql`token_hash = ${textSetting("token_hash")}`),
  ],
);
