import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ATTENDANCE_MARKS, type AttendanceMark } from "../../../domain/attendance-list";
import {
  ACADEMIC_RESULTS,
  type AcademicResult,
  INCIDENT_KINDS,
  INCIDENT_SEVERITIES,
  type IncidentKind,
  type IncidentSeverity,
  STUDENT_DOCUMENT_KINDS,
  type StudentDocumentKind,
} from "../../../domain/student-list";
import { createdAt, id, instant, oneOf, organizationId, tenantPolicy, updatedAt } from "../_columns";
import { users } from "../core/users";
import { students } from "./students";

const words = (name: string) => text(name).notNull().default("");

/** One year of a student's schooling, here or elsewhere. */
export const academicRecords = pgTable(
  "academic_records",
  {
    organizationId: organizationId(),
    id: id(),
    studentId: uuid("student_id").notNull(),
    /** As written, such as 2025-2026: years at other schools are no rows of ours. */
    year: text("year").notNull(),
    grade: text("grade").notNull(),
    section: words("section"),
    school: words("school"),
    /** Of the whole year, 0 to 20; literals A to E in primary stand in `literal`. */
    average: numeric("average", { precision: 5, scale: 2, mode: "number" }),
    literal: words("literal"),
    result: text("result").$type<AcademicResult>().notNull().default("in_progress"),
    notes: words("notes"),
    /** The rollover that wrote it, which takes it away when it is undone. */
    rolloverId: uuid("rollover_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "academic_records_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "academic_records_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    index("academic_records_student_idx").on(t.organizationId, t.studentId, t.year, t.id),
    index("academic_records_rollover_idx").on(t.organizationId, t.rolloverId),
    check("academic_records_average_check", sql`${t.average} between 0 and 20`),
    oneOf("academic_records_result_check", t.result, ACADEMIC_RESULTS),
    tenantPolicy(),
  ],
);

/** A disciplinary incident. Sensitive: readings are recorded. */
export const incidents = pgTable(
  "incidents",
  {
    organizationId: organizationId(),
    id: id(),
    studentId: uuid("student_id").notNull(),
    kind: text("kind").$type<IncidentKind>().notNull(),
    severity: text("severity").$type<IncidentSeverity>().notNull(),
    occurredOn: date("occurred_on", { mode: "string" }).notNull(),
    /** Who saw it: a member, or the name of somebody else. */
    reportedByUserId: uuid("reported_by_user_id"),
    reportedBy: text("reported_by").notNull(),
    description: text("description").notNull(),
    actionTaken: words("action_taken"),
    followUp: words("follow_up"),
    /** When and how the family was told; null while it was not. */
    parentInformedOn: date("parent_informed_on", { mode: "string" }),
    /** Taken back as written in error: kept, and shown as such. */
    voidedAt: instant("voided_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "incidents_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "incidents_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "incidents_reporter_fk",
      columns: [t.organizationId, t.reportedByUserId],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    index("incidents_student_idx").on(t.organizationId, t.studentId, t.occurredOn, t.id),
    index("incidents_reporter_idx").on(t.organizationId, t.reportedByUserId),
    oneOf("incidents_kind_check", t.kind, INCIDENT_KINDS),
    oneOf("incidents_severity_check", t.severity, INCIDENT_SEVERITIES),
    tenantPolicy(),
  ],
);

/** A day on which a student was away or late: what is not here is a day on which they were there. */
export const attendanceDays = pgTable(
  "attendance_days",
  {
    organizationId: organizationId(),
    id: id(),
    studentId: uuid("student_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    mark: text("mark").$type<AttendanceMark>().notNull(),
    reason: words("reason"),
    /** Who marked it: a member, or at another school a name alone. */
    recordedByUserId: uuid("recorded_by_user_id"),
    recordedBy: text("recorded_by").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "attendance_days_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "attendance_days_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "attendance_days_recorder_fk",
      columns: [t.organizationId, t.recordedByUserId],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    uniqueIndex("attendance_days_day_key").on(t.organizationId, t.studentId, t.day),
    index("attendance_days_recorder_idx").on(t.organizationId, t.recordedByUserId),
    oneOf("attendance_days_mark_check", t.mark, ATTENDANCE_MARKS),
    tenantPolicy(),
  ],
);

export const vaccinations = pgTable(
  "vaccinations",
  {
    organizationId: organizationId(),
    id: id(),
    studentId: uuid("student_id").notNull(),
    vaccine: text("vaccine").notNull(),
    dose: words("dose"),
    givenOn: date("given_on", { mode: "string" }),
    notes: words("notes"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "vaccinations_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "vaccinations_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    index("vaccinations_student_idx").on(t.organizationId, t.studentId, t.givenOn, t.id),
    tenantPolicy(),
  ],
);

/** A file of a student; its bytes are in the storage, under `schools/{organizationId}/students/{studentId}/documents/`. */
export const studentDocuments = pgTable(
  "student_documents",
  {
    organizationId: organizationId(),
    id: id(),
    studentId: uuid("student_id").notNull(),
    kind: text("kind").$type<StudentDocumentKind>().notNull(),
    name: text("name").notNull(),
    /** By its bytes, not by its name. */
    mediaType: text("media_type").notNull(),
    byteSize: bigint("byte_size", { mode: "number" }).notNull(),
    storageKey: text("storage_key").notNull(),
    uploadedBy: words("uploaded_by"),
    /** Put away by a person; erased with its bytes after thirty days. */
    removedAt: instant("removed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "student_documents_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "student_documents_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    index("student_documents_student_idx").on(t.organizationId, t.studentId, t.createdAt, t.id),
    index("student_documents_removed_idx")
      .on(t.organizationId, t.removedAt, t.id)
      .where(sql`${t.removedAt} is not null`),
    oneOf("student_documents_kind_check", t.kind, STUDENT_DOCUMENT_KINDS),
    tenantPolicy(),
  ],
);
