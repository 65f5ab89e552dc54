import { and, asc, eq } from "drizzle-orm";
import { authorizedPersons, guardians, studentGuardians } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { fullName, GUARDIAN_TYPES } from "@/domain/student-list";
import type { AuditEvent } from "../audit";

export type FamilyReading = {
  /** A family's own copy: of other guardians no more than who they are. */
  isFamily: boolean;
  /** With what the guardians earn; of a family the reader's own. */
  income: boolean;
};

/** Who cares for the student, as the child's form says it, and who may pick up besides. */
export async function readFamily(tx: TenantTx, studentId: string, how: FamilyReading) {
  const { organizationId, userId } = tx.actor;
  const [linked, authorized] = await Promise.all([
    tx.db
      .select({ link: studentGuardians, guardian: guardians })
      .from(studentGuardians)
      .innerJoin(
        guardians,
        and(eq(guardians.organizationId, organizationId), eq(guardians.id, studentGuardians.guardianId)),
      )
      .where(
        and(eq(studentGuardians.organizationId, organizationId), eq(studentGuardians.studentId, studentId)),
      ),
    tx.db
      .select()
      .from(authorizedPersons)
      .where(
        and(eq(authorizedPersons.organizationId, organizationId), eq(authorizedPersons.studentId, studentId)),
      )
      .orderBy(asc(authorizedPersons.place)),
  ]);
  const isShown = (guardian: Guardian) => !how.isFamily || (userId !== null && guardian.userId === userId);
  linked.sort((a, b) => GUARDIAN_TYPES.indexOf(a.link.type) - GUARDIAN_TYPES.indexOf(b.link.type));
  return {
    guardians: linked.map(({ link, guardian }) => {
      const who = {
        firstNames: guardian.firstNames,
        lastNames: guardian.lastNames,
        type: link.type,
        relationship: link.relationship,
        isPrimaryContact: link.isPrimaryContact,
        mayPickUp: link.mayPickUp,
      };
      return { ...who, details: isShown(guardian) ? detailsOf(guardian, link.declared, how) : null };
    }),
    authorized: authorized.map(({ firstNames, lastNames, relationship, ...more }) => ({
      ...{ firstNames, lastNames, relationship },
      details: how.isFamily ? null : detailsOfAuthorized(more),
    })),
    /** That the income of those whose is in the copy was read. */
    readings: linked.flatMap(({ guardian }): AuditEvent[] =>
      how.income && isShown(guardian)
        ? [
            {
              action: "guardian.income_read",
              subject: { type: "guardian", id: guardian.id, name: fullName(guardian) },
            },
          ]
        : [],
    ),
  };
}

type Guardian = typeof guardians.$inferSelect;

/** What is known of a person, where the child's form does not say otherwise. */
function detailsOf(
  guardian: Guardian,
  declared: Record<string, unknown>,
  { isFamily, income }: FamilyReading,
) {
  const said = { ...guardian, ...given(declared) };
  return {
    documentKind: said.documentKind,
    cedula: said.cedula,
    gender: said.gender,
    birthDate: said.birthDate,
    nationality: said.nationality,
    civilStatus: said.civilStatus,
    mobilePhone: said.mobilePhone,
    homePhone: said.homePhone,
    workPhone: said.workPhone,
    email: said.email,
    address: said.address,
    education: said.education,
    profession: said.profession,
    occupation: said.occupation,
    workplace: said.workplace,
    workAddress: said.workAddress,
    monthlyIncome: income ? said.monthlyIncome : undefined,
    notes: isFamily ? undefined : said.notes,
  };
}

function given(declared: Record<string, unknown>): Partial<Guardian> {
  return Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== null));
}

type Authorized = typeof authorizedPersons.$inferSelect;

function detailsOfAuthorized(
  person: Pick<Authorized, "cedula" | "mobilePhone" | "homePhone" | "email" | "notes">,
) {
  const { cedula, mobilePhone, homePhone, email, notes } = person;
  return { cedula, mobilePhone, homePhone, email, notes };
}
