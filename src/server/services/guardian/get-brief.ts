import type { OrganizationActor } from "@/db/scope";
import { getStudent } from "../student";
import { getFamily } from "./get-family";

/**
 * What a coach needs of a student of their classes: who it is, whom to call, who may pick up. Where the family lives,
 * what its papers say and what the school notes are no part of it.
 */
export async function getBrief(actor: OrganizationActor, { id }: { id: string }) {
  const [student, family] = await Promise.all([getStudent(actor, { id }), getFamily(actor, { id })]);
  const { firstNames, lastNames, gender, birthDate, status, gradeName, sectionName, photoUrl } = student;
  return {
    ...{ id, firstNames, lastNames, gender, birthDate, status, gradeName, sectionName, photoUrl },
    closed: student.closed,
    emergencyPhone: student.emergencyPhone,
    guardians: family.guardians.map(({ linkId, relationship, contact, ...guardian }) => ({
      id: linkId,
      firstNames: guardian.firstNames,
      lastNames: guardian.lastNames,
      relationship,
      isPrimaryContact: guardian.isPrimaryContact,
      mayPickUp: guardian.mayPickUp,
      phones: given(contact?.mobilePhone, contact?.homePhone, contact?.workPhone),
    })),
    authorized: family.authorized.map((person) => ({
      id: person.id,
      firstNames: person.firstNames,
      lastNames: person.lastNames,
      relationship: person.relationship,
      phones: given(person.phones?.mobilePhone, person.phones?.homePhone),
    })),
  };
}

function given(...phones: (string | undefined)[]): string[] {
  return phones.flatMap((phone) => phone || []);
}
