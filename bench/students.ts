import type { Sql } from "postgres";
import { personKeys } from "@/domain/identity/keys";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { FAMILY, GIVEN } from "./names";

const GRADES = ["1er Grado", "2do Grado", "3er Grado", "4to Grado", "5to Grado", "6to Grado"];
const SECTIONS = ["A", "B", "C", "D"];

type School = { id: string; people: number };

/** As many students in each school as it has people; every two are siblings, whose mother the school calls. */
export async function loadStudents(sql: Sql, schools: readonly School[]): Promise<void> {
  for (const { id, people } of schools) await loadSchool(sql, id, people);
}

async function loadSchool(sql: Sql, id: string, count: number): Promise<void> {
  const places = await loadStructure(sql, id);
  const students = Array.from({ length: count }, (_, n) => studentOf(n, places));
  const guardians = Array.from({ length: Math.ceil(count / 2) }, (_, n) => guardianOf(n));
  await sql`
    insert into app.students (organization_id, id, code, cedula, first_names, last_names, sort_key, search_key, gender,
      birth_date, year_id, grade_id, section_id)
    select ${id}, s.* from jsonb_to_recordset(${sql.json(students)}) as s(id uuid, code text, cedula text,
      "firstNames" text, "lastNames" text, "sortKey" text, "searchKey" text, gender text, "birthDate" date,
      "yearId" uuid, "gradeId" uuid, "sectionId" uuid)`;
  await sql`
    insert into app.guardians (organization_id, id, cedula, first_names, last_names, sort_key, search_key, mobile_phone)
    select ${id}, g.* from jsonb_to_recordset(${sql.json(guardians)}) as g(id uuid, cedula text, "firstNames" text,
      "lastNames" text, "sortKey" text, "searchKey" text, "mobilePhone" text)`;
  const links = students.map((student, n) => ({
    ...{ id: newId(), studentId: student.id, guardianId: guardians[Math.floor(n / 2)]?.id ?? "" },
  }));
  await sql`
    insert into app.student_guardians (organization_id, id, student_id, guardian_id, type, relationship,
      is_primary_contact)
    select ${id}, l.*, 'primary', 'mother', true
    from jsonb_to_recordset(${sql.json(links)}) as l(id uuid, "studentId" uuid, "guardianId" uuid)`;
}

type Place = { yearId: string; gradeId: string; sectionId: string };

/** One year with four sections of each grade. */
async function loadStructure(sql: Sql, organizationId: string): Promise<Place[]> {
  const yearId = newId();
  const grades = GRADES.map((name, position) => ({ id: newId(), position, name, sortKey: sortKey(name) }));
  const sections = grades.flatMap(({ id: gradeId }) =>
    SECTIONS.map((name) => ({ id: newId(), gradeId, name })),
  );
  await sql`
    insert into app.academic_years (organization_id, id, name, starts_on, ends_on, is_current)
    values (${organizationId}, ${yearId}, '2026-2027', '2026-09-15', '2027-07-31', true)`;
  await sql`
    insert into app.grades (organization_id, id, position, name, sort_key, level)
    select ${organizationId}, g.*, 'primary' from jsonb_to_recordset(${sql.json(grades)})
      as g(id uuid, position int, name text, "sortKey" text)`;
  await sql`
    insert into app.sections (organization_id, year_id, id, grade_id, name)
    select ${organizationId}, ${yearId}, s.* from jsonb_to_recordset(${sql.json(sections)})
      as s(id uuid, "gradeId" uuid, name text)`;
  return sections.map(({ id: sectionId, gradeId }) => ({ yearId, gradeId, sectionId }));
}

const nth = (words: readonly string[], n: number) => words[n % words.length] ?? "";

function studentOf(n: number, places: readonly Place[]) {
  const named = {
    ...{ code: `B-${n + 1}`, cedula: `V${90_000_000 + n}` },
    firstNames: `${nth(GIVEN, n)} ${nth(GIVEN, n * 7 + 3)}`,
    lastNames: `${nth(FAMILY, Math.floor(n / 20))} ${nth(FAMILY, n * 5 + Math.floor(n / 480))}`,
  };
  const place = places[n % places.length];
  if (!place) throw new Error("A school of the benchmark has sections");
  const birthDate = `${2015 + (n % 6)}-03-${String(1 + (n % 28)).padStart(2, "0")}`;
  return {
    id: newId(),
    ...named,
    ...personKeys(named),
    gender: n % 2 ? "female" : "male",
    birthDate,
    ...place,
  };
}

function guardianOf(n: number) {
  const named = {
    cedula: `V${80_000_000 + n}`,
    firstNames: nth(GIVEN, n + 5),
    lastNames: `${nth(FAMILY, n)} ${nth(FAMILY, n * 3 + 1)}`,
  };
  return { id: newId(), ...named, ...personKeys(named), mobilePhone: "+584145550100" };
}
