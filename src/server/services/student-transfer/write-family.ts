import { and, eq, inArray, isNull } from "drizzle-orm";
import { authorizedPersons, guardians, studentGuardians } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import type { SentRecord } from "./read-record";

type Person = typeof guardians.$inferSelect;
type Link = typeof studentGuardians.$inferSelect;

/** What a child's form may say otherwise than the person's record; income never leaves the school it was told to. */
const DECLARABLE = [
  "firstNames",
  "lastNames",
  "gender",
  "birthDate",
  "nationality",
  "civilStatus",
  "mobilePhone",
  "homePhone",
  "workPhone",
  "email",
  "address",
  "education",
  "profession",
  "occupation",
  "workplace",
  "workAddress",
] as const satisfies readonly (keyof Person)[];

/**
 * Gives the received student a family: who is here already, by cédula, is linked as they are, and what the sending school
 * knew otherwise stays with the child; everybody else is added.
 */
export async function writeFamily(
  tx: TenantTx,
  studentId: string,
  { guardians: sent, authorized }: SentRecord["family"],
): Promise<void> {
  const { organizationId } = tx.actor;
  const known = await findKnown(
    tx,
    sent.flatMap(({ person }) => person.cedula ?? []),
  );
  const placed = sent.map(({ person, link }) => {
    const found = person.cedula === null ? undefined : known.get(person.cedula);
    return { person, link, found, id: found?.id ?? newId() };
  });
  const added = placed.filter(({ found }) => !found);
  if (added.length > 0)
    await tx.db.insert(guardians).values(
      added.map(({ id, person }) => ({
        ...person,
        ...{ organizationId, id, monthlyIncome: null, userId: null, imported: {} },
        ...{ createdAt: undefined, updatedAt: undefined },
      })),
    );
  if (placed.length > 0)
    await tx.db.insert(studentGuardians).values(
      placed.map(({ id: guardianId, person, link, found }) => ({
        ...link,
        ...{ organizationId, id: newId(), studentId, guardianId, imported: {} },
        declared: found ? differing(person, link, found) : withoutIncome(link.declared),
        ...{ createdAt: undefined, updatedAt: undefined },
      })),
    );
  if (authorized.length > 0)
    await tx.db.insert(authorizedPersons).values(
      authorized.map((person) => ({
        ...person,
        ...{ organizationId, id: newId(), studentId, imported: {} },
        ...{ createdAt: undefined, updatedAt: undefined },
      })),
    );
}

async function findKnown(tx: TenantTx, cedulas: string[]): Promise<ReadonlyMap<string, Person>> {
  if (cedulas.length === 0) return new Map();
  const found = await tx.db
    .select()
    .from(guardians)
    .where(
      and(
        eq(guardians.organizationId, tx.actor.organizationId),
        isNull(guardians.mergedIntoId),
        inArray(guardians.cedula, cedulas),
      ),
    );
  return new Map(found.flatMap((row) => (row.cedula === null ? [] : [[row.cedula, row]])));
}

function differing(person: Person, { declared }: Link, known: Person): Record<string, unknown> {
  const sent: Record<string, unknown> = { ...person, ...withoutIncome(declared) };
  return Object.fromEntries(
    DECLARABLE.flatMap((field) => {
      const value = sent[field];
      const isSaid = value !== null && value !== undefined && value !== "";
      return isSaid && value !== known[field] ? [[field, value]] : [];
    }),
  );
}

function withoutIncome({ monthlyIncome: _income, ...declared }: Record<string, unknown>) {
  return declared;
}
