import { guardians, studentGuardians } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor, type TenantTx } from "@/db/scope";
import type { AddGuardianInput, GuardianPerson } from "@/domain/guardian";
import { personKeys } from "@/domain/identity/keys";
import { fullName } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { DomainError } from "@/server/errors";
import { recordEvents } from "../audit";
import { makePrimary } from "./contact";
import { givenFields, namingPerson } from "./person-values";
import { lockFamily, lockGuardian } from "./policies";

/**
 * Ties somebody to a student as guardian: a person whom the school knows, or a new one. The first is whom the school
 * calls. Throws CONFLICT where the student has a guardian of that type, or has this one already, and at the cédula that
 * another person has, naming them.
 */
export async function addGuardian(
  actor: OrganizationActor,
  { studentId, guardianId, person, isPrimaryContact, ...tie }: AddGuardianInput,
): Promise<{ linkId: string; guardianId: string }> {
  const add = () =>
    inOrganization(actor, async (tx) => {
      const { student, links } = await lockFamily(tx, studentId);
      if (links.some(({ type }) => type === tie.type))
        throw new DomainError("conflict", "guardian.typeTaken", { field: "type" });
      const guardian = person ? await insertGuardian(tx, person) : await lockGuardian(tx, guardianId ?? "");
      if (links.some((link) => link.guardianId === guardian.id))
        throw new DomainError("conflict", "guardian.already", { field: "guardianId" });
      const linkId = newId();
      const { organizationId } = actor;
      await tx.db
        .insert(studentGuardians)
        .values({ organizationId, id: linkId, studentId, guardianId: guardian.id, ...tie });
      const isContact = isPrimaryContact || links.length === 0;
      if (isContact) await makePrimary(tx, studentId, linkId);
      const name = fullName(guardian);
      const child = fullName(student);
      await recordEvents(tx, [
        {
          action: "student.guardian_added",
          subject: { type: "student", id: studentId, name: child },
          after: { guardian: { id: guardian.id, name }, ...tie, isPrimaryContact: isContact },
        },
        {
          action: "guardian.child_added",
          subject: { type: "guardian", id: guardian.id, name },
          after: { student: { id: studentId, name: child }, relationship: tie.relationship },
        },
      ]);
      return { linkId, guardianId: guardian.id };
    });
  return namingPerson(actor, { cedula: person?.cedula }, add);
}

async function insertGuardian(tx: TenantTx, person: GuardianPerson) {
  const { firstNames, lastNames, cedula = null } = person;
  const row = {
    ...givenFields(person),
    ...{ organizationId: tx.actor.organizationId, id: newId(), firstNames, lastNames, cedula },
  };
  await tx.db.insert(guardians).values({ ...row, ...personKeys(row) });
  await recordEvents(tx, [
    {
      action: "guardian.created",
      subject: { type: "guardian", id: row.id, name: fullName(row) },
      after: givenFields(person),
    },
  ]);
  return row;
}
