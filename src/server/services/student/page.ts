import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  type Placeholder,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { z } from "zod";
import { prepared } from "@/db/prepared";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import type { StudentReach } from "@/domain/permissions";
import type { ListStudentsInput, StudentFilter } from "@/domain/student";
import type { StudentSort } from "@/domain/student-list";
import { studentPhotoUrl } from "./photo-url";
import { matching, reachFilter } from "./queries";

const AFTER = {
  name: z.tuple([z.string(), z.uuid()]),
  code: z.tuple([z.string(), z.uuid()]),
  grade: z.tuple([z.string().regex(/^\d{1,9}$/), z.string(), z.string(), z.uuid()]),
  birth: z.tuple([z.iso.date(), z.string(), z.uuid()]),
};

/** Where the keyset page after a row begins: a place in this order, and in no other. */
export function positionSchema(sort: StudentSort) {
  return z.object({ after: AFTER[sort], index: z.number().int().min(0) });
}

type Positioned = {
  id: string;
  code: string;
  sortKey: string;
  birthDate: string;
  gradeOrder: number;
  sectionOrder: string;
};

/** The row's place in the order, for the cursor. */
export function positionOf(sort: StudentSort, row: Positioned): string[] {
  const values = {
    name: [row.sortKey, row.id],
    code: [row.code, row.id],
    grade: [String(row.gradeOrder), row.sectionOrder, row.sortKey, row.id],
    birth: [row.birthDate, row.sortKey, row.id],
  };
  return values[sort];
}

/** Who is in no grade comes last. */
const gradeOrder = sql<number>`coalesce(${grades.position}, 999999)`;
const sectionOrder = sql<string>`coalesce(${sections.name}, '')`;

type Ordered = Record<"id" | "sortKey" | "code" | "birthDate", AnyColumn> &
  Record<"gradeOrder" | "sectionOrder", SQL | SQL.Aliased>;
const FROM_TABLES: Ordered = { ...students, gradeOrder, sectionOrder };

function sortColumns(sort: StudentSort, from: Ordered): (AnyColumn | SQL | SQL.Aliased)[] {
  const columns = {
    name: [from.sortKey, from.id],
    code: [from.code, from.id],
    grade: [from.gradeOrder, from.sectionOrder, from.sortKey, from.id],
    birth: [from.birthDate, from.sortKey, from.id],
  };
  return columns[sort];
}

type Order = Pick<ListStudentsInput, "sort" | "direction">;

/** What tells one page query from another beside its values. */
type Shape = {
  reach: StudentReach;
  statuses: number;
  gradeIds: number;
  sectionIds: number;
  terms: number;
  ofYear: boolean;
  ofClass: boolean;
  withoutSection: boolean;
  isContinued: boolean;
} & Order;

type Wanted = StudentFilter & Order & { limit: number; after?: readonly string[] | undefined };

/** Students in the list's order, after a position of it, each with whom to call first. */
export function readPage(tx: TenantTx, { sort, direction, limit, after = [], ...wanted }: Wanted) {
  const filter = reachFilter(tx, wanted);
  const {
    organizationId,
    userId,
    reach,
    statuses,
    gradeIds,
    sectionIds,
    terms,
    yearId,
    withoutSection,
    classId,
  } = filter;
  const shape = {
    reach,
    statuses: statuses.length,
    gradeIds: gradeIds.length,
    sectionIds: sectionIds.length,
    terms: terms.length,
    ofYear: yearId !== undefined,
    ofClass: classId !== undefined,
    withoutSection,
    isContinued: after.length > 0,
    sort,
    direction,
  };
  const lists = Object.entries({ statuses, gradeIds, sectionIds, terms, after });
  const listed = lists.flatMap(([name, values]) => values.map((value, n) => [`${name}${n}`, value]));
  return pageQuery(
    tx,
    { organizationId, userId, yearId, classId, limit, ...Object.fromEntries(listed) },
    shape,
  );
}

const pageQuery = prepared("students_page", (db, shape: Shape) => {
  const organizationId = sql.placeholder("organizationId");
  const filter = {
    organizationId,
    userId: sql.placeholder("userId"),
    reach: shape.reach,
    statuses: placeholders("statuses", shape.statuses),
    gradeIds: placeholders("gradeIds", shape.gradeIds),
    sectionIds: placeholders("sectionIds", shape.sectionIds),
    terms: placeholders("terms", shape.terms),
    yearId: shape.ofYear ? sql.placeholder("yearId") : undefined,
    withoutSection: shape.withoutSection,
    classId: shape.ofClass ? sql.placeholder("classId") : undefined,
  };
  const byGrade = shape.sort === "grade";
  const found = db
    .select({
      id: students.id,
      code: students.code,
      firstNames: students.firstNames,
      lastNames: students.lastNames,
      cedula: students.cedula,
      schoolCedula: students.schoolCedula,
      gender: students.gender,
      birthDate: students.birthDate,
      status: students.status,
      listNumber: students.listNumber,
      yearId: students.yearId,
      gradeId: students.gradeId,
      sectionId: students.sectionId,
      photoKey: students.photoKey,
      lockedAt: students.lockedAt,
      sortKey: students.sortKey,
      gradeOrder: sql<number>`${byGrade ? gradeOrder : sql`0`}`.as("grade_order"),
      sectionOrder: sql<string>`${byGrade ? sectionOrder : sql`''`}`.as("section_order"),
    })
    .from(students)
    .$dynamic();
  // Joined for the whole school only where they decide what is on the page.
  const ordered = byGrade
    ? found
        .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, students.gradeId)))
        .leftJoin(
          sections,
          and(eq(sections.organizationId, organizationId), eq(sections.id, students.sectionId)),
        )
    : found;
  const page = db.$with("page").as(
    ordered
      .where(and(matching(filter), shape.isContinued ? afterPosition(shape) : undefined))
      .orderBy(...orderBy(shape, FROM_TABLES))
      .limit(sql.placeholder("limit")),
  );
  return db
    .with(page)
    .select({
      id: page.id,
      code: page.code,
      firstNames: page.firstNames,
      lastNames: page.lastNames,
      cedula: page.cedula,
      schoolCedula: page.schoolCedula,
      gender: page.gender,
      birthDate: page.birthDate,
      status: page.status,
      listNumber: page.listNumber,
      photoKey: page.photoKey,
      lockedAt: page.lockedAt,
      sortKey: page.sortKey,
      gradeOrder: page.gradeOrder,
      sectionOrder: page.sectionOrder,
      yearName: academicYears.name,
      gradeName: grades.name,
      sectionName: sections.name,
      contact: sql<Contact | null>`contact.person`,
    })
    .from(page)
    .leftJoin(
      academicYears,
      and(eq(academicYears.organizationId, organizationId), eq(academicYears.id, page.yearId)),
    )
    .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, page.gradeId)))
    .leftJoin(sections, and(eq(sections.organizationId, organizationId), eq(sections.id, page.sectionId)))
    .leftJoin(contactOf(organizationId, page.id), sql`true`)
    .orderBy(...orderBy(shape, page));
});

/** Whom the school calls first. */
type Contact = { id: string; name: string; phone: string; relationship: string };

// Student by student, by the index of contacts: for a join of all, PostgreSQL would have to know how many are on the page.
function contactOf(organizationId: Placeholder, studentId: SQLWrapper): SQL {
  return sql`lateral (
    select json_build_object('id', g.id, 'name', g.first_names || ' ' || g.last_names,
      'phone', coalesce(nullif(g.mobile_phone, ''), nullif(g.home_phone, ''), g.work_phone),
      'relationship', sg.relationship) as person
    from ${studentGuardians} sg
      join ${guardians} g on g.organization_id = sg.organization_id and g.id = sg.guardian_id
    where sg.organization_id = ${organizationId} and sg.student_id = ${studentId} and sg.is_primary_contact
    limit 1) contact`;
}

/** The order of the list, the id last: no two rows are equal. */
function orderBy({ sort, direction }: Shape, from: Ordered): SQL[] {
  return sortColumns(sort, from).map((column) => (direction === "asc" ? asc(column) : desc(column)));
}

function placeholders(name: string, count: number): Placeholder[] {
  return Array.from({ length: count }, (_, n) => sql.placeholder(`${name}${n}`));
}

// One row comparison, which the index of the order answers.
function afterPosition({ sort, direction }: Shape): SQL {
  const columns = sortColumns(sort, FROM_TABLES);
  const first = { name: sql`text`, code: sql`text`, grade: sql`int`, birth: sql`date` }[sort];
  const values = placeholders("after", columns.length).map((value, n) => {
    if (n === columns.length - 1) return sql`${value}::uuid`;
    return n === 0 ? sql`${value}::${first}` : sql`${value}::text`;
  });
  const [row, position] = [sql.join(columns, sql`, `), sql.join(values, sql`, `)];
  return direction === "asc" ? sql`(${row}) > (${position})` : sql`(${row}) < (${position})`;
}

type PageRow = Awaited<ReturnType<typeof readPage>>[number];

/** The row as the list shows it, without what only a cursor needs. */
export function shownRow({
  sortKey: _sortKey,
  gradeOrder: _grade,
  sectionOrder: _section,
  photoKey,
  ...row
}: PageRow) {
  return { ...row, photoUrl: studentPhotoUrl(row.id, photoKey) };
}
