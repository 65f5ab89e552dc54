import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ROLLOVER_OUTCOMES, type RolloverOutcome } from "../../../domain/academics-list";
import { MERGE_KINDS, type MergeKind, type MergeNotes } from "../../../domain/record-merge-list";
import {
  BLOOD_TYPES,
  type BloodType,
  CIVIL_STATUSES,
  type CivilStatus,
  DOCUMENT_KINDS,
  type DocumentKind,
  GENDERS,
  type Gender,
  GUARDIAN_TYPES,
  type GuardianType,
  MAX_AUTHORIZED,
  RELATIONSHIPS,
  type Relationship,
  STUDENT_STATUSES,
  type StudentStatus,
} from "../../../domain/student-list";
import { createdAt, id, instant, oneOf, organizationId, tenantPolicy, updatedAt } from "../_columns";
import { organizations } from "../core/organizations";
import { users } from "../core/users";
import { academicYears, grades, rollovers, sections } from "./academics";

// Text that nobody has given is '', so that "unknown" is written in one way; dates, numbers and ids are null.
const words = (name: string) => text(name).notNull().default("");
/** What the last import wrote, by field: a value that differs was edited by hand since. */
const imported = () => jsonb("imported").$type<Record<string, unknown>>().notNull().default({});

/** A student's record. Health stands apart in `health_records`, so that no list can show it by mistake. */
export const students = pgTable(
  "students",
  {
    organizationId: organizationId(),
    id: id(),
    /** Unique in the school, as the school writes it. */
    code: text("code").notNull(),
    documentKind: text("document_kind").$type<DocumentKind>().notNull().default("cedula"),
    /** V or E and digits, such as V31026149; null where there is none yet. */
    cedula: text("cedula"),
    /** Of young children without a cédula: digits. */
    schoolCedula: text("school_cedula"),
    firstNames: text("first_names").notNull(),
    lastNames: text("last_names").notNull(),
    /** Folded "last names first names". */
    sortKey: text("sort_key").notNull(),
    /** Folded words of names, code, cédula and cédula escolar, each behind a space. */
    searchKey: text("search_key").notNull(),
    gender: text("gender").$type<Gender>().notNull(),
    birthDate: date("birth_date", { mode: "string" }).notNull(),
    birthCountry: words("birth_country"),
    birthState: words("birth_state"),
    birthMunicipality: words("birth_municipality"),
    birthCity: words("birth_city"),
    nationality: words("nationality"),
    /** Where the student is now, or was last. */
    yearId: uuid("year_id"),
    gradeId: uuid("grade_id"),
    sectionId: uuid("section_id"),
    /** The number in the list of the section. */
    listNumber: integer("list_number"),
    status: text("status").$type<StudentStatus>().notNull().default("active"),
    enteredOn: date("entered_on", { mode: "string" }),
    /** As the school writes it: Regular, Nuevo ingreso, … */
    entryKind: words("entry_kind"),
    previousSchool: words("previous_school"),
    address: words("address"),
    homePhone: words("home_phone"),
    mobilePhone: words("mobile_phone"),
    emergencyPhone: words("emergency_phone"),
    email: words("email"),
    shirtSize: words("shirt_size"),
    trouserSize: words("trouser_size"),
    shoeSize: words("shoe_size"),
    /** Diestro, zurdo, ambidiestro: as the school writes it. */
    handedness: words("handedness"),
    religion: words("religion"),
    livesWith: words("lives_with"),
    transport: words("transport"),
    notes: words("notes"),
    photoKey: text("photo_key"),
    /** The account with which the student signs in. */
    userId: uuid("user_id"),
    /** Merged into that record, which has everything of this one; kept so that a merge can be undone. */
    mergedIntoId: uuid("merged_into_id"),
    /** Gone to another school with the record: nothing of it changes any more. */
    lockedAt: instant("locked_at"),
    imported: imported(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "students_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "students_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "students_year_fk",
      columns: [t.organizationId, t.yearId],
      foreignColumns: [academicYears.organizationId, academicYears.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "students_grade_fk",
      columns: [t.organizationId, t.gradeId],
      foreignColumns: [grades.organizationId, grades.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "students_section_fk",
      columns: [t.organizationId, t.sectionId],
      foreignColumns: [sections.organizationId, sections.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "students_user_fk",
      columns: [t.organizationId, t.userId],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "students_merged_into_fk",
      columns: [t.organizationId, t.mergedIntoId],
      foreignColumns: [t.organizationId, t.id],
    }).onDelete("restrict"),
    uniqueIndex("students_code_key").on(t.organizationId, t.code).where(sql`${t.mergedIntoId} is null`),
    uniqueIndex("students_cedula_key").on(t.organizationId, t.cedula).where(sql`${t.mergedIntoId} is null`),
    uniqueIndex("students_school_cedula_key")
      .on(t.organizationId, t.schoolCedula)
      .where(sql`${t.mergedIntoId} is null`),
    uniqueIndex("students_user_key").on(t.organizationId, t.userId).where(sql`${t.mergedIntoId} is null`),
    index("students_list_idx").on(t.organizationId, t.sortKey, t.id).where(sql`${t.mergedIntoId} is null`),
    index("students_section_idx").on(t.organizationId, t.sectionId, t.sortKey, t.id),
    index("students_grade_idx").on(t.organizationId, t.yearId, t.gradeId, t.sortKey, t.id),
    index("students_status_idx").on(t.organizationId, t.status, t.sortKey, t.id),
    oneOf("students_status_check", t.status, STUDENT_STATUSES),
    oneOf("students_gender_check", t.gender, GENDERS),
    oneOf("students_document_kind_check", t.documentKind, DOCUMENT_KINDS),
    check("students_cedula_check", sql`${t.cedula} ~ '^[VE][0-9]{4,12}$'`),
    check("students_school_cedula_check", sql`${t.schoolCedula} ~ '^[0-9]{6,15}$'`),
    check(
      "students_section_check",
      sql`${t.sectionId} is null or (${t.yearId} is not null and ${t.gradeId} is not null)`,
    ),
    tenantPolicy(),
  ],
);

/** How a student's enrolment status came to be: the newest by day tells the present one. */
export const studentStatuses = pgTable(
  "student_statuses",
  {
    organizationId: organizationId(),
    id: id(),
    studentId: uuid("student_id").notNull(),
    status: text("status").$type<StudentStatus>().notNull(),
    /** The first day on which it holds. */
    since: date("since", { mode: "string" }).notNull(),
    reason: words("reason"),
    /** The other school: of origin for an entry, of destination for an exit; with its DEA code where known. */
    otherSchool: words("other_school"),
    otherSchoolCode: words("other_school_code"),
    recordedBy: words("recorded_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "student_statuses_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "student_statuses_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    index("student_statuses_student_idx").on(t.organizationId, t.studentId, t.since, t.id),
    index("student_statuses_since_idx").on(t.organizationId, t.since, t.id),
    oneOf("student_statuses_status_check", t.status, STUDENT_STATUSES),
    tenantPolicy(),
  ],
);

/** One row a student: for those who care for them. Readings are recorded. */
export const healthRecords = pgTable(
  "health_records",
  {
    organizationId: organizationId(),
    id: id(),
    studentId: uuid("student_id").notNull(),
    bloodType: text("blood_type").$type<BloodType>(),
    allergies: words("allergies"),
    conditions: words("conditions"),
    medication: words("medication"),
    /** What to do in an emergency. */
    emergencyNotes: words("emergency_notes"),
    weightKg: numeric("weight_kg", { precision: 6, scale: 2, mode: "number" }),
    heightCm: numeric("height_cm", { precision: 6, scale: 2, mode: "number" }),
    imported: imported(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "health_records_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "health_records_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    uniqueIndex("health_records_student_key").on(t.organizationId, t.studentId),
    oneOf("health_records_blood_type_check", t.bloodType, BLOOD_TYPES),
    tenantPolicy(),
  ],
);

/** A representative: a person once in the school, linked to any number of children. */
export const guardians = pgTable(
  "guardians",
  {
    organizationId: organizationId(),
    id: id(),
    documentKind: text("document_kind").$type<DocumentKind>().notNull().default("cedula"),
    cedula: text("cedula"),
    firstNames: text("first_names").notNull(),
    lastNames: text("last_names").notNull(),
    sortKey: text("sort_key").notNull(),
    searchKey: text("search_key").notNull(),
    gender: text("gender").$type<Gender>(),
    birthDate: date("birth_date", { mode: "string" }),
    nationality: words("nationality"),
    civilStatus: text("civil_status").$type<CivilStatus>(),
    mobilePhone: words("mobile_phone"),
    homePhone: words("home_phone"),
    workPhone: words("work_phone"),
    email: words("email"),
    address: words("address"),
    education: words("education"),
    profession: words("profession"),
    occupation: words("occupation"),
    workplace: words("workplace"),
    workAddress: words("work_address"),
    /** Sensitive: with a permission of its own. */
    monthlyIncome: numeric("monthly_income", { precision: 14, scale: 2, mode: "number" }),
    notes: words("notes"),
    /** The account with which they sign in. */
    userId: uuid("user_id"),
    mergedIntoId: uuid("merged_into_id"),
    imported: imported(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "guardians_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "guardians_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "guardians_user_fk",
      columns: [t.organizationId, t.userId],
      foreignColumns: [users.organizationId, users.id],
    }).onDelete("restrict"),
    foreignKey({
      name: "guardians_merged_into_fk",
      columns: [t.organizationId, t.mergedIntoId],
      foreignColumns: [t.organizationId, t.id],
    }).onDelete("restrict"),
    uniqueIndex("guardians_cedula_key").on(t.organizationId, t.cedula).where(sql`${t.mergedIntoId} is null`),
    uniqueIndex("guardians_user_key").on(t.organizationId, t.userId).where(sql`${t.mergedIntoId} is null`),
    index("guardians_list_idx").on(t.organizationId, t.sortKey, t.id).where(sql`${t.mergedIntoId} is null`),
    oneOf("guardians_document_kind_check", t.documentKind, DOCUMENT_KINDS),
    oneOf("guardians_gender_check", t.gender, GENDERS),
    oneOf("guardians_civil_status_check", t.civilStatus, CIVIL_STATUSES),
    check("guardians_cedula_check", sql`${t.cedula} ~ '^[VE][0-9]{4,12}$'`),
    tenantPolicy(),
  ],
);

/**
 * A guardian of a student. `declared` holds what this student's form says otherwise than the person's record (forms are
 * filled in for each child, and differ): by field of `guardians`, income among them.
 */
export const studentGuardians = pgTable(
  "student_guardians",
  {
    organizationId: organizationId(),
    id: id(),
    studentId: uuid("student_id").notNull(),
    guardianId: uuid("guardian_id").notNull(),
    type: text("type").$type<GuardianType>().notNull(),
    relationship: text("relationship").$type<Relationship>().notNull(),
    /** Whom the school calls first: exactly one where a student has guardians. */
    isPrimaryContact: boolean("is_primary_contact").notNull().default(false),
    mayPickUp: boolean("may_pick_up").notNull().default(false),
    declared: jsonb("declared").$type<Record<string, unknown>>().notNull().default({}),
    imported: imported(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "student_guardians_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "student_guardians_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "student_guardians_guardian_fk",
      columns: [t.organizationId, t.guardianId],
      foreignColumns: [guardians.organizationId, guardians.id],
    }).onDelete("restrict"),
    uniqueIndex("student_guardians_type_key").on(t.organizationId, t.studentId, t.type),
    uniqueIndex("student_guardians_person_key").on(t.organizationId, t.studentId, t.guardianId),
    uniqueIndex("student_guardians_one_contact")
      .on(t.organizationId, t.studentId)
      .where(sql`${t.isPrimaryContact}`),
    index("student_guardians_guardian_idx").on(t.organizationId, t.guardianId, t.studentId),
    oneOf("student_guardians_type_check", t.type, GUARDIAN_TYPES),
    oneOf("student_guardians_relationship_check", t.relationship, RELATIONSHIPS),
    tenantPolicy(),
  ],
);

/** Persons besides the guardians who may pick a student up: places 1 and 2. */
export const authorizedPersons = pgTable(
  "authorized_persons",
  {
    organizationId: organizationId(),
    id: id(),
    studentId: uuid("student_id").notNull(),
    place: integer("place").notNull(),
    firstNames: text("first_names").notNull(),
    lastNames: words("last_names"),
    relationship: text("relationship").$type<Relationship>(),
    cedula: text("cedula"),
    mobilePhone: words("mobile_phone"),
    homePhone: words("home_phone"),
    email: words("email"),
    notes: words("notes"),
    imported: imported(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "authorized_persons_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "authorized_persons_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    uniqueIndex("authorized_persons_place_key").on(t.organizationId, t.studentId, t.place),
    check("authorized_persons_place_check", sql`${t.place} between 1 and ${sql.raw(String(MAX_AUTHORIZED))}`),
    check("authorized_persons_cedula_check", sql`${t.cedula} ~ '^[VE][0-9]{4,12}$'`),
    oneOf("authorized_persons_relationship_check", t.relationship, RELATIONSHIPS),
    tenantPolicy(),
  ],
);

/** What a rollover did to each student, so that it can be taken back. */
export const rolloverStudents = pgTable(
  "rollover_students",
  {
    organizationId: organizationId(),
    id: id(),
    rolloverId: uuid("rollover_id").notNull(),
    studentId: uuid("student_id").notNull(),
    outcome: text("outcome").$type<RolloverOutcome>().notNull(),
    /** Year, grade, section, list number and status before and after. */
    before: jsonb("before").$type<Record<string, unknown>>().notNull(),
    after: jsonb("after").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ name: "rollover_students_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "rollover_students_rollover_fk",
      columns: [t.organizationId, t.rolloverId],
      foreignColumns: [rollovers.organizationId, rollovers.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "rollover_students_student_fk",
      columns: [t.organizationId, t.studentId],
      foreignColumns: [students.organizationId, students.id],
    }).onDelete("cascade"),
    uniqueIndex("rollover_students_key").on(t.organizationId, t.rolloverId, t.studentId),
    oneOf("rollover_students_outcome_check", t.outcome, ROLLOVER_OUTCOMES),
    tenantPolicy(),
  ],
);

/** Two records of one person that were made one: what moved and what it was before, for the undo. */
export const recordMerges = pgTable(
  "record_merges",
  {
    organizationId: organizationId(),
    id: id(),
    kind: text("kind").$type<MergeKind>().notNull(),
    /** The record that stays, and the one that went into it. */
    keptId: uuid("kept_id").notNull(),
    mergedId: uuid("merged_id").notNull(),
    /** Rows that were moved or changed, by table: their id, and what was written before and after. */
    before: jsonb("before").$type<MergeNotes>().notNull(),
    doneBy: text("done_by").notNull(),
    doneAt: instant("done_at").notNull().defaultNow(),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    primaryKey({ name: "record_merges_pkey", columns: [t.organizationId, t.id] }),
    foreignKey({
      name: "record_merges_organization_fk",
      columns: [t.organizationId],
      foreignColumns: [organizations.id],
    }).onDelete("restrict"),
    index("record_merges_kept_idx").on(t.organizationId, t.keptId, t.doneAt),
    oneOf("record_merges_kind_check", t.kind, MERGE_KINDS),
    tenantPolicy(),
  ],
);
