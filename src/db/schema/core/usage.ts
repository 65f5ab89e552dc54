import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, integer, primaryKey, text } from "drizzle-orm/pg-core";
import { GRADE_LEVELS, type GradeLevel } from "../../../domain/academics-list";
import { GENDERS, type Gender } from "../../../domain/student-list";
import { instant, oneOf, organizationId, platformPolicy, tenantPolicy } from "../_columns";
import { core, organizations } from "./organizations";

/**
 * What a school holds, counted inside it and written here: no role of the web reads two schools' tenant rows.
 * Organization-scoped.
 */
export const organizationUsage = core.table(
  "organization_usage",
  {
    organizationId: organizationId().primaryKey(),
    activeClasses: integer("active_classes").notNull().default(0),
    archivedClasses: integer("archived_classes").notNull().default(0),
    enrollments: integer("enrollments").notNull().default(0),
    /** Bytes of its files. */
    storageBytes: bigint("storage_bytes", { mode: "number" }).notNull().default(0),
    measuredAt: instant("measured_at").notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: "organization_usage_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    tenantPolicy(),
    platformPolicy(),
  ],
);

/**
 * How many students attend a school by level, gender and age: counted inside it, beside the rest of what it holds.
 * Organization-scoped.
 */
export const organizationHeadcounts = core.table(
  "organization_headcounts",
  {
    organizationId: organizationId(),
    level: text("level").$type<GradeLevel>().notNull(),
    gender: text("gender").$type<Gender>().notNull(),
    /** In whole years, as the Matrícula counts them. */
    age: integer("age").notNull(),
    students: integer("students").notNull(),
  },
  (t) => [
    primaryKey({
      name: "organization_headcounts_pkey",
      columns: [t.organizationId, t.level, t.gender, t.age],
    }),
    foreignKey({
      name: "organization_headcounts_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("cascade"),
    oneOf("organization_headcounts_level_check", t.level, GRADE_LEVELS),
    oneOf("organization_headcounts_gender_check", t.gender, GENDERS),
    check("organization_headcounts_students_check", sql`${t.students} > 0`),
    tenantPolicy(),
    platformPolicy(),
  ],
);
