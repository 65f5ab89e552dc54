import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { holdsWords } from "@/db/holds-words";
import { grades, sections } from "@/db/schema/tenant/academics";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { MAX_FOUND } from "@/domain/search";
import { studentPhotoUrl, withinReach } from "../student";

/** Students within the actor's reach by names, code and cédula, those first whose first names begin so. */
export async function studentsByWords(tx: TenantTx, terms: readonly string[]) {
  const { organizationId } = tx.actor;
  const rows = await tx.db
    .select({
      id: students.id,
      firstNames: students.firstNames,
      lastNames: students.lastNames,
      code: students.code,
      cedula: students.cedula,
      status: students.status,
      gender: students.gender,
      photoKey: students.photoKey,
      gradeName: grades.name,
      sectionName: sections.name,
    })
    .from(students)
    .leftJoin(grades, and(eq(grades.organizationId, organizationId), eq(grades.id, students.gradeId)))
    .leftJoin(sections, and(eq(sections.organizationId, organizationId), eq(sections.id, students.sectionId)))
    .where(and(withinReach(tx), isNull(students.mergedIntoId), ...holdsWords(students.searchKey, terms)))
    .orderBy(later(students.searchKey, terms), asc(students.sortKey), asc(students.id))
    .limit(MAX_FOUND);
  return rows.map(({ photoKey, ...row }) => ({ ...row, photoUrl: studentPhotoUrl(row.id, photoKey) }));
}

/** Who cares for students, by names and cédula, with the children's first names. */
export function guardiansByWords(tx: TenantTx, terms: readonly string[]) {
  const { organizationId } = tx.actor;
  return tx.db
    .select({
      id: guardians.id,
      firstNames: guardians.firstNames,
      lastNames: guardians.lastNames,
      cedula: guardians.cedula,
      children: sql<string[]>`coalesce((
        select json_agg(s.first_names order by s.sort_key)
        from ${studentGuardians} sg
          join ${students} s on s.organization_id = sg.organization_id and s.id = sg.student_id
        where sg.organization_id = ${organizationId} and sg.guardian_id = ${guardians}.id
          and s.merged_into_id is null), '[]'::json)`,
    })
    .from(guardians)
    .where(
      and(
        eq(guardians.organizationId, organizationId),
        isNull(guardians.mergedIntoId),
        ...holdsWords(guardians.searchKey, terms),
      ),
    )
    .orderBy(later(guardians.searchKey, terms), asc(guardians.sortKey), asc(guardians.id))
    .limit(MAX_FOUND);
}

type Key = typeof students.searchKey | typeof guardians.searchKey;

/** False where the first word begins as the first term does: false sorts before true. */
function later(key: Key, [first = ""]: readonly string[]): SQL {
  return sql`${key} not like ${` ${first}%`}`;
}
