import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { GRADE_LEVELS, type GradeLevel, YEAR_STATES, type YearState } from "../../../domain/academics-list";
import { createdAt, id, instant, oneOf, organizationId, tenantPolicy, updatedAt } from "../_columns";
import { organizations } from "../core/organizations";
import { users } from "../core/users";

/** School years; one is the current one. A closed year is read-only. */
export const academicYears = pgTable(
  "academic_years",
  {
    organizationId: organizationId(),
    id: id(),
    /** As the school writes it, such as 2026-2027. */
    name: text("name").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    /** The last day. */
    endsOn: date("ends_on", { mode: "string" }).notNull(),
    state: text("state").$type<YearState>().notNull().default("open"),
    isCurrent: boolean("is_current").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "academic_years_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "academic_years_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    uniqueIndex("academic_years_name_key").on(t.organizationId, t.name),
    uniqueIndex("academic_years_one_current").on(t.organizationId).where(sql`${t.isCurrent}`),
    check("academic_years_days_check", sql`${t.startsOn} < ${t.endsOn}`),
    check("academic_years_current_check", sql`not ${t.isCurrent} or ${t.state} = 'open'`),
    oneOf("academic_years_state_check", t.state, YEAR_STATES),
    tenantPolicy(),
  ],
);

/** The terms (lapsos) of a year, in order; they do not overlap. */
export const terms = pgTable(
  "terms",
  {
    organizationId: organizationId(),
    id: id(),
    yearId: uuid("year_id").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    endsOn: date("ends_on", { mode: "string" }).notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "terms_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "terms_year_fk",
      columns: [t.organizationId, t.yearId],
      foreignColumns: [academicYears.organizationId, academicYears.id],
    }).onDelete("cascade"),
    uniqueIndex("terms_position_key").on(t.organizationId, t.yearId, t.position),
    check("terms_days_check", sql`${t.startsOn} < ${t.endsOn}`),
    tenantPolicy(),
  ],
);

/** Grade levels, in the order in which students go up. */
export const grades = pgTable(
  "grades",
  {
    organizationId: organizationId(),
    id: id(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    /** Folded name: unique among the grades that are in use. */
    sortKey: text("sort_key").notNull(),
    level: text("level").$type<GradeLevel>().notNull().default("other"),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "grades_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "grades_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    uniqueIndex("grades_name_key").on(t.organizationId, t.sortKey).where(sql`${t.archivedAt} is null`),
    index("grades_position_idx").on(t.organizationId, t.position, t.id),
    oneOf("grades_level_check", t.level, GRADE_LEVELS),
    tenantPolicy(),
  ],
);

/** A section of a grade in one year, such as 4to Año B. */
export const sections = pgTable(
  "sections",
  {
    organizationId: organizationId(),
    id: id(),
    yearId: uuid("year_id").notNull(),
    gradeId: uuid("grade_id").notNull(),
    /** Tidied: no quotes, no spaces around, upper case. */
    name: text("name").notNull(),
    /** Seats; null for no limit. It warns and refuses nobody. */
    capacity: integer("capacity"),
    /** The teacher who guides the section. */
    guideUserId: uuid("guide_user_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "sections_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "sections_year_fk",
      columns: [t.organizationId, t.yearId],
      foreignColumns: [academicYears.organizationId, academicYears.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "sections_grade_fk",
      columns: [t.organizationId, t.gradeId],
      foreignColumns: [grades.organizationId, grades.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "sections_guide_fk",
      columns: [t.organizationId, t.guideUserId],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    uniqueIndex("sections_name_key").on(t.organizationId, t.yearId, t.gradeId, t.name),
    index("sections_grade_idx").on(t.organizationId, t.gradeId),
    index("sections_guide_idx").on(t.organizationId, t.guideUserId),
    check("sections_capacity_check", sql`${t.capacity} > 0`),
    tenantPolicy(),
  ],
);

export const subjects = pgTable(
  "subjects",
  {
    organizationId: organizationId(),
    id: id(),
    name: text("name").notNull(),
    /** Folded name: unique among the subjects that are in use. */
    sortKey: text("sort_key").notNull(),
    /** A short form for timetables and reports, such as MAT. */
    code: text("code").notNull().default(""),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "subjects_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "subjects_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    uniqueIndex("subjects_name_key").on(t.organizationId, t.sortKey).where(sql`${t.archivedAt} is null`),
    tenantPolicy(),
  ],
);

/** A change from one year to the next that was done, kept so that it can be taken back. */
export const rollovers = pgTable(
  "rollovers",
  {
    organizationId: organizationId(),
    id: id(),
    fromYearId: uuid("from_year_id").notNull(),
    toYearId: uuid("to_year_id").notNull(),
    doneBy: text("done_by").notNull(),
    /** What was made and archived beside the students, for the undo: ids by kind. */
    made: jsonb("made").$type<Record<string, string[]>>().notNull().default({}),
    doneAt: instant("done_at").notNull().defaultNow(),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    primaryKey({ name: "rollovers_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "rollovers_from_fk",
      columns: [t.organizationId, t.fromYearId],
      foreignColumns: [academicYears.organizationId, academicYears.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "rollovers_to_fk",
      columns: [t.organizationId, t.toYearId],
      foreignColumns: [academicYears.organizationId, academicYears.id],
    }).onDelete("restrict"),
    index("rollovers_done_idx").on(t.organizationId, t.doneAt, t.id),
    tenantPolicy(),
  ],
);
