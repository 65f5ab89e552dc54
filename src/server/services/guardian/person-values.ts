import { and, eq, isNull } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { guardians } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import type { GuardianPerson } from "@/domain/guardian";
import { fullName } from "@/domain/student-list";
import { DomainError } from "@/server/errors";
import type { GuardianRow } from "./policies";

/** What a person fills in about a guardian, but for the income. */
export const GUARDIAN_FIELDS = [
  "documentKind",
  "cedula",
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
  "notes",
] as const satisfies readonly (keyof GuardianRow & keyof GuardianPerson)[];
export type GuardianField = (typeof GUARDIAN_FIELDS)[number];
export type GuardianValues = Pick<GuardianRow, GuardianField>;

/** Those of the fields that have been given a value, null included. */
export function givenFields(
  input: {
    readonly [key in GuardianField]?: GuardianValues[key] | undefined;
  },
): Partial<GuardianValues> {
  return Object.fromEntries(
    GUARDIAN_FIELDS.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]])),
  );
}

const UNIQUE = {
  guardians_cedula_key: { field: "cedula", key: "guardian.cedulaTaken", column: guardians.cedula },
  guardians_user_key: { field: "userId", key: "guardian.accountTaken", column: guardians.userId },
} as const;

/**
 * Runs a change of a person; where another one has the cédula or the account already, throws CONFLICT at the field, with
 * who that is, so that the form can offer that person.
 */
export async function namingPerson<T>(
  actor: OrganizationActor,
  values: { cedula?: string | null | undefined; userId?: string | undefined },
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await change();
  } catch (error) {
    const index = violatedUnique(error);
    if (index === undefined || !(index in UNIQUE)) throw error;
    const { field, key, column } = UNIQUE[index as keyof typeof UNIQUE];
    const [holder] = await readInOrganization(actor, (tx) =>
      tx.db
        .select({ id: guardians.id, firstNames: guardians.firstNames, lastNames: guardians.lastNames })
        .from(guardians)
        .where(
          and(
            eq(guardians.organizationId, actor.organizationId),
            eq(column, values[field] ?? ""),
            isNull(guardians.mergedIntoId),
          ),
        ),
    );
    throw new DomainError("conflict", key, {
      field,
      values: { name: holder ? fullName(holder) : "", id: holder?.id ?? "" },
    });
  }
}
