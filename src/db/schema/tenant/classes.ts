import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  CLASS_STATES,
  type ClassState,
  ENROLLMENT_STATES,
  type EnrollmentState,
} from "../../../domain/roles";
import { createdAt, id, instant, oneOf, organizationId, tenantPolicy, updatedAt } from "../_columns";
import { organizations } from "../core/organizations";
import { users } from "../core/users";
import { academicYears, sections, subjects } from "./academics";

// Declared without a schema: `search_path` decides whose tables these are.

export const classes = pgTable(
  "classes",
  {
    organizationId: organizationId(),
    id: id(),
    name: text("name").notNull(),
    /** Folded name: unique among the active classes of a school. */
    sortKey: text("sort_key").notNull(),
    state: text("state").$type<ClassState>().notNull().default("active"),
    description: text("description").notNull().default(""),
    yearId: uuid("year_id"),
    /** The section that has this class, whose students are seen by its coaches. */
    sectionId: uuid("section_id"),
    subjectId: uuid("subject_id"),
    /** Seats; null for no limit. Reached, who comes next waits. */
    capacity: integer("capacity"),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "classes_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "classes_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "classes_year_fk",
      columns: [t.organizationId, t.yearId],
      foreignColumns: [academicYears.organizationId, academicYears.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "classes_section_fk",
      columns: [t.organizationId, t.sectionId],
      foreignColumns: [sections.organizationId, sections.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "classes_subject_fk",
      columns: [t.organizationId, t.subjectId],
      foreignColumns: [subjects.organizationId, subjects.id],
    }).onDelete("restrict"),
    uniqueIndex("classes_name_key").on(t.organizationId, t.sortKey).where(sql`${t.state} = 'active'`),
    index("classes_list_idx").on(t.organizationId, t.state, t.sortKey, t.id),
    index("classes_year_idx").on(t.organizationId, t.yearId, t.sortKey, t.id),
    index("classes_section_idx").on(t.organizationId, t.sectionId),
    index("classes_subject_idx").on(t.organizationId, t.subjectId),
    oneOf("classes_state_check", t.state, CLASS_STATES),
    check("classes_capacity_check", sql`${t.capacity} > 0`),
    tenantPolicy(),
  ],
);

export const classCoaches = pgTable(
  "class_coaches",
  {
    organizationId: organizationId(),
    id: id(),
    classId: uuid("class_id").notNull(),
    userId: uuid("user_id").notNull(),
    isLead: boolean("is_lead").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "class_coaches_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "class_coaches_class_fk",
      columns: [t.organizationId, t.classId],
      foreignColumns: [classes.organizationId, classes.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "class_coaches_user_fk",
      columns: [t.organizationId, t.userId],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    uniqueIndex("class_coaches_member_key").on(t.organizationId, t.classId, t.userId),
    uniqueIndex("class_coaches_one_lead").on(t.organizationId, t.classId).where(sql`${t.isLead}`),
    // The class too: else the members' index, which has all three, looks as cheap and reads the whole school.
    index("class_coaches_user_idx").on(t.organizationId, t.userId, t.classId),
    tenantPolicy(),
  ],
);

export const enrollments = pgTable(
  "enrollments",
  {
    organizationId: organizationId(),
    id: id(),
    classId: uuid("class_id").notNull(),
    userId: uuid("user_id").notNull(),
    state: text("state").$type<EnrollmentState>().notNull().default("active"),
    /** When the person got the seat; while they wait, since when they do. */
    enrolledAt: instant("enrolled_at").notNull().defaultNow(),
    /** The place in the waiting list: the lowest moves up first. Set while `waiting` alone. */
    waitNumber: integer("wait_number"),
    withdrawnAt: instant("withdrawn_at"),
    /** The last day, as the school gives it. */
    withdrawnOn: date("withdrawn_on", { mode: "string" }),
    withdrawalReason: text("withdrawal_reason").notNull().default(""),
    /** The class that the person was moved to. */
    movedToClassId: uuid("moved_to_class_id"),
  },
  (t) => [
    primaryKey({ name: "enrollments_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "enrollments_class_fk",
      columns: [t.organizationId, t.classId],
      foreignColumns: [classes.organizationId, classes.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "enrollments_user_fk",
      columns: [t.organizationId, t.userId],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    uniqueIndex("enrollments_active_key")
      .on(t.organizationId, t.classId, t.userId)
      .where(sql`${t.state} = 'active'`),
    // A person holds one seat or one place in the waiting list of a class.
    uniqueIndex("enrollments_open_key")
      .on(t.organizationId, t.classId, t.userId)
      .where(sql`${t.state} in ('active', 'waiting')`),
    uniqueIndex("enrollments_waiting_key")
      .on(t.organizationId, t.classId, t.waitNumber)
      .where(sql`${t.state} = 'waiting'`),
    foreignKey({
      name: "enrollments_moved_to_fk",
      columns: [t.organizationId, t.movedToClassId],
      foreignColumns: [classes.organizationId, classes.id],
    }).onDelete("restrict"),
    index("enrollments_history_idx").on(t.organizationId, t.classId, t.withdrawnAt, t.id),
    index("enrollments_user_idx").on(t.organizationId, t.userId, t.state, t.classId),
    check("enrollments_waiting_check", sql`(${t.state} = 'waiting') = (${t.waitNumber} is not null)`),
    oneOf("enrollments_state_check", t.state, ENROLLMENT_STATES),
    tenantPolicy(),
  ],
);
