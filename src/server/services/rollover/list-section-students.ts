import { and, asc, eq, isNull } from "drizzle-orm";
import { holdsWords } from "@/db/holds-words";
import { sections } from "@/db/schema/tenant/academics";
import { students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { RolloverStudentsInput } from "@/domain/rollover";
import { listName } from "@/domain/student-list";
import { searchTerms } from "@/lib/text-keys";
import { notFound } from "@/server/errors";

const MAX_SHOWN = 200;

/** Active students of a section whom the search finds, by name: among them those who stay in the grade are ticked. */
export async function listSectionStudents(
  actor: OrganizationActor,
  { sectionId, search }: RolloverStudentsInput,
) {
  return readInOrganization(actor, async (tx) => {
    const { organizationId } = actor;
    const [known, rows] = await Promise.all([
      tx.db.$count(sections, and(eq(sections.organizationId, organizationId), eq(sections.id, sectionId))),
      tx.db
        .select({
          id: students.id,
          code: students.code,
          firstNames: students.firstNames,
          lastNames: students.lastNames,
        })
        .from(students)
        .where(
          and(
            eq(students.organizationId, organizationId),
            eq(students.sectionId, sectionId),
            eq(students.status, "active"),
            isNull(students.mergedIntoId),
            isNull(students.lockedAt),
            ...holdsWords(students.searchKey, searchTerms(search)),
          ),
        )
        .orderBy(asc(students.sortKey), asc(students.id))
        .limit(MAX_SHOWN),
    ]);
    if (known === 0) throw notFound();
    return rows.map(({ id, code, ...names }) => ({ id, code, name: listName(names) }));
  });
}
