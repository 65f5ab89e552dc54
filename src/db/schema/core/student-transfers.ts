import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { TRANSFER_STATUSES, type TransferSection, type TransferStatus } from "../../../domain/student-list";
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
 * A student who moves to another school of the platform with the record: both schools see the row, and the guardian who
 * holds the link. Organization-scoped: `organization_id` is the sending school.
 */
export const studentTransfers = core.table(
  "student_transfers",
  {
    organizationId: organizationId(),
    id: id(),
    /** No foreign key: the sending school's history outlives the other school. */
    toOrganizationId: uuid("to_organization_id").notNull(),
    /** The record in the sending school: its tenant plane. */
    studentId: uuid("student_id").notNull(),
    studentName: text("student_name").notNull(),
    fromSchoolName: text("from_school_name").notNull(),
    toSchoolName: text("to_school_name").notNull(),
    sections: jsonb("sections").$type<TransferSection[]>().notNull(),
    reason: text("reason").notNull().default(""),
    status: text("status").$type<TransferStatus>().notNull().default("awaiting_guardian"),
    guardianName: text("guardian_name").notNull(),
    guardianEmail: text("guardian_email").notNull(),
    locale: text("locale").notNull().default("es"),
    /** SHA-256 of the link that the guardian was sent; null until the job has mailed it, and after the decision. */
    tokenHash: text("token_hash"),
    guardianDecidedAt: instant("guardian_decided_at"),
    schoolDecidedAt: instant("school_decided_at"),
    /** Who of the receiving school decided, and why not. */
    decidedBy: text("decided_by").notNull().default(""),
    declineReason: text("decline_reason").notNull().default(""),
    /** The record in the receiving school. */
    receivedStudentId: uuid("received_student_id"),
    requestedBy: text("requested_by").notNull(),
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
    index("student_transfers_incoming_idx").on(t.toOrganizationId, t.createdAt, t.id),
    oneOf("student_transfers_status_check", t.status, TRANSFER_STATUSES),
    // The receiving school reads it; what it decides is written by the platform's role.
    tenantPolicy(
      sql`organization_id = ${currentOrganization} or to_organization_id = ${currentOrganization}`,
      sql`organization_id = ${currentOrganization}`,
    ),
    platformPolicy(),
    gatePolicy(sql`token_hash = ${textSetting("token_hash")}`),
  ],
);
