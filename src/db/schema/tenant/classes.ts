import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
    capacity: integer("capacity"),
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
    uniqueIndex("classes_name_key").on(t.organizationId, t.sortKey).where(sql`${t.state} = 'active'`),
    index("classes_list_idx").on(t.organizationId, t.state, t.sortKey, t.id),
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
    enrolledAt: instant("enrolled_at").notNull().defaultNow(),
    withdrawnAt: instant("withdrawn_at"),
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
    index("enrollments_user_idx").on(t.organizationId, t.userId, t.state, t.classId),
    oneOf("enrollments_state_check", t.state, ENROLLMENT_STATES),
    tenantPolicy(),
  ],
);
