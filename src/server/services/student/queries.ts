import { and, inArray, isNull, type Placeholder, type SQL, sql } from "drizzle-orm";
import { isLike } from "@/db/holds-words";
import { classes, enrollments } from "@/db/schema/tenant/classes";
import { students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { personTerms } from "@/domain/identity/keys";
import type { StudentReach } from "@/domain/permissions";
import type { StudentFilter } from "@/domain/student";
import type { StudentStatus } from "@/domain/student-list";
import { reachCondition, reachOf } from "./policies";

/** A value, or the place of one in a query that is built once. */
type Given<T> = T | Placeholder;

/** A filter within one school and one reach; `terms` are patterns of LIKE. */
export type ReachFilter = {
  organizationId: Given<string>;
  userId: Given<string>;
  reach: StudentReach;
  statuses: Given<StudentStatus>[];
  gradeIds: Given<string>[];
  sectionIds: Given<string>[];
  terms: Given<string>[];
  yearId: Given<string> | undefined;
  classId: Given<string> | undefined;
  withoutSection: boolean;
};

/** The filter as it is for the actor of the transaction. */
export function reachFilter({ actor }: Pick<TenantTx, "actor">, filter: StudentFilter) {
  const { search, statuses, gradeIds, sectionIds, yearId, withoutSection, classId } = filter;
  return {
    organizationId: actor.organizationId,
    userId: actor.userId ?? "",
    reach: reachOf(actor),
    statuses,
    gradeIds,
    sectionIds,
    terms: personTerms(search).map((term) => `% ${term}%`),
    yearId,
    withoutSection,
    classId,
  };
}

/** Students that the filter asks for; merged records are in no list. */
export function matching(filter: ReachFilter): SQL | undefined {
  const { reach, statuses, gradeIds, sectionIds, terms, yearId, withoutSection, classId } = filter;
  return and(
    reachCondition(reach, filter),
    isNull(students.mergedIntoId),
    statuses.length > 0 ? inArray(students.status, statuses) : undefined,
    yearId === undefined ? undefined : sql`${students.yearId} = ${yearId}`,
    gradeIds.length > 0 ? inArray(students.gradeId, gradeIds) : undefined,
    sectionIds.length > 0 ? inArray(students.sectionId, sectionIds) : undefined,
    withoutSection ? isNull(students.sectionId) : undefined,
    classId === undefined ? undefined : ofClass(filter.organizationId, classId),
    ...terms.map((term) => isLike(students.searchKey, term)),
  );
}

function ofClass(organizationId: Given<string>, classId: Given<string>): SQL {
  return sql`(${students.sectionId} = (
      select c.section_id from ${classes} c where c.organization_id = ${organizationId} and c.id = ${classId})
    or ${students.userId} in (
      select e.user_id from ${enrollments} e
      where e.organization_id = ${organizationId} and e.class_id = ${classId} and e.state = 'active'))`;
}
