import { and, eq } from "drizzle-orm";
import { authorizedPersons } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { SaveAuthorizedInput } from "@/domain/guardian";
import { judgeChange } from "@/domain/stale";
import { fullName } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { DomainError, notFound } from "@/server/errors";
import { findStaleFields, recordEvents } from "../audit";
import { lockStudent } from "../student";

/**
 * Writes who, besides the guardians, may pick the student up: the person of that place, in place of who was. With `base`,
 * what was left as the form had it stays, and CONFLICT `guardian.stale`, with both versions, says that somebody else has
 * changed one of the others since; or that the place is somebody else's by now, or nobody's.
 */
export async function saveAuthorized(
  actor: OrganizationActor,
  { studentId, place, base, ...given }: SaveAuthorizedInput,
): Promise<{ id: string }> {
  return inOrganization(actor, async (tx) => {
    const student = await lockStudent(tx, studentId);
    const { organizationId } = actor;
    const [before] = await tx.db
      .select()
      .from(authorizedPersons)
      .where(
        and(
          eq(authorizedPersons.organizationId, organizationId),
          eq(authorizedPersons.studentId, studentId),
          eq(authorizedPersons.place, place),
        ),
      );
    const person = await settled(tx, { given, base, before });
    const [saved] = await tx.db
      .insert(authorizedPersons)
      .values({ organizationId, id: newId(), studentId, place, ...person })
      .onConflictDoUpdate({
        target: [authorizedPersons.organizationId, authorizedPersons.studentId, authorizedPersons.place],
        set: { ...person, updatedAt: new Date() },
      })
      .returning({ id: authorizedPersons.id });
    await recordEvents(tx, [
      {
        action: "student.authorized_saved",
        subject: { type: "student", id: studentId, name: fullName(student) },
        ...(before && { before: told(before) }),
        after: told(person),
      },
    ]);
    return { id: saved?.id ?? "" };
  });
}

/** Takes somebody off those who may pick the student up. */
export async function removeAuthorized(actor: OrganizationActor, { id }: { id: string }): Promise<void> {
  await inOrganization(actor, async (tx) => {
    const ofId = and(
      eq(authorizedPersons.organizationId, actor.organizationId),
      eq(authorizedPersons.id, id),
    );
    const [found] = await tx.db.select().from(authorizedPersons).where(ofId);
    if (!found) throw notFound();
    const student = await lockStudent(tx, found.studentId);
    const [removed] = await tx.db.delete(authorizedPersons).where(ofId).returning();
    if (!removed) throw notFound();
    await recordEvents(tx, [
      {
        action: "student.authorized_removed",
        subject: { type: "student", id: student.id, name: fullName(student) },
        before: told(removed),
      },
    ]);
  });
}

type Person = Omit<SaveAuthorizedInput, "studentId" | "place" | "base">;
type Row = typeof authorizedPersons.$inferSelect;
const NAMES: readonly string[] = ["firstNames", "lastNames"];

/** What is to be written, where the form found `base` and `before` is there. */
async function settled(
  tx: TenantTx,
  { given, base, before }: { given: Person; base: Person | null | undefined; before: Row | undefined },
): Promise<Person> {
  if (base === undefined) return given;
  if (base === null || !before) {
    if ((base === null) === (before === undefined)) return given;
    const values = { name: before ? fullName(before) : "" };
    throw new DomainError("conflict", before ? "guardian.placeTaken" : "guardian.placeEmptied", { values });
  }
  const current = only(before, FIELDS);
  const { changed } = judgeChange(current, given, base);
  const stale = await findStaleFields(tx, changed, {
    ...{ subjectId: before.studentId, current, base },
    told: (field) => (NAMES.includes(field) ? "name" : field),
  });
  if (stale.length > 0) throw new DomainError("conflict", "guardian.stale", { stale });
  return { ...current, ...only(given, changed) };
}

function only<Field extends keyof Person>(person: Person, fields: readonly Field[]): Pick<Person, Field> {
  return Object.fromEntries(fields.map((field) => [field, person[field]])) as Pick<Person, Field>;
}

const FIELDS = [
  ...(["firstNames", "lastNames", "relationship", "cedula"] as const),
  ...(["mobilePhone", "homePhone", "email", "notes"] as const),
] satisfies (keyof Person)[];

/** What the log tells of the person, the name as one. */
function told(person: Person) {
  const { relationship, cedula, mobilePhone, homePhone, email, notes } = person;
  return { name: fullName(person), relationship, cedula, mobilePhone, homePhone, email, notes };
}
