import { and, eq } from "drizzle-orm";
import { students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import { isSameValue } from "@/domain/stale";
import type { UpdateStudentInput } from "@/domain/student";
import { fullName } from "@/domain/student-list";
import { DomainError } from "@/server/errors";
import { findStaleFields, recordEvents } from "../audit";
import { describePlaces, findPlace, type PlaceIds } from "./place";
import { lockStudent, type StudentRow } from "./policies";
import { givenFields, PLACE_FIELDS, STUDENT_FIELDS } from "./record-values";
import { namingHolder } from "./taken";

const EDITED = [...STUDENT_FIELDS, ...PLACE_FIELDS];
type Edited = Pick<StudentRow, (typeof EDITED)[number]>;

/**
 * Changes what is given of a record. With `base`, what was left as the form had it stays, and CONFLICT `student.stale`,
 * with both versions, says that somebody else has changed one of those given. A new section takes the list number away,
 * unless one is given. Throws CONFLICT at the code, cédula or cédula escolar that another student has, naming them.
 */
export async function updateStudent(
  actor: OrganizationActor,
  { id, base = {}, ...given }: UpdateStudentInput,
): Promise<void> {
  const update = () =>
    inOrganization(actor, async (tx) => {
      const found = await lockStudent(tx, id);
      const wanted = { ...givenFields(given), ...(await wantedPlace(tx, found, given)) };
      const changed = EDITED.filter(
        (field) =>
          wanted[field] !== undefined &&
          !isSameValue(wanted[field], base[field]) &&
          !isSameValue(wanted[field], found[field]),
      );
      const stale = await findStaleFields(tx, changed, { subjectId: id, current: found, base, told });
      if (stale.length > 0) throw new DomainError("conflict", "student.stale", { stale });
      if (changed.length === 0) return;
      const next = { ...found, ...only(wanted, changed) };
      if (next.sectionId !== found.sectionId && !changed.includes("listNumber")) next.listNumber = null;
      await tx.db
        .update(students)
        .set({ ...only(next, [...changed, "listNumber"]), ...personKeys(next), updatedAt: new Date() })
        .where(and(eq(students.organizationId, actor.organizationId), eq(students.id, id)));
      const placeOf = await describePlaces(tx, [found, next]);
      const toldOf = (row: Edited) => ({
        ...only(
          row,
          STUDENT_FIELDS.filter((field) => changed.includes(field)),
        ),
        ...(PLACE_FIELDS.some((field) => changed.includes(field)) && { place: placeOf(row) }),
      });
      await recordEvents(tx, [
        {
          action: "student.updated",
          subject: { type: "student", id, name: fullName(next) },
          before: toldOf(found),
          after: toldOf(next),
        },
      ]);
    });
  return namingHolder(actor, () => given, update);
}

/** The log knows a place as a whole. */
function told(field: string): string {
  return PLACE_FIELDS.some((part) => part === field) ? "place" : field;
}

/** The place that is asked for; without a section, one that is of the same grade and year stays. */
async function wantedPlace(
  tx: TenantTx,
  found: PlaceIds,
  given: { readonly [key in keyof PlaceIds]?: string | null | undefined },
): Promise<Partial<PlaceIds>> {
  if (PLACE_FIELDS.every((field) => given[field] === undefined || given[field] === found[field])) return {};
  const { yearId = found.yearId, gradeId = found.gradeId } = given;
  const stays = yearId === found.yearId && gradeId === found.gradeId;
  const { sectionId = stays ? found.sectionId : null } = given;
  const { words: _words, ...ids } = await findPlace(tx, { yearId, gradeId, sectionId });
  return ids;
}

function only(row: Partial<Edited>, fields: readonly (typeof EDITED)[number][]): Partial<Edited> {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}
