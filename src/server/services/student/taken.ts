import { and, eq, isNull } from "drizzle-orm";
import { violatedUnique } from "@/db/errors";
import { students } from "@/db/schema/tenant/students";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { fullName } from "@/domain/student-list";
import { DomainError } from "@/server/errors";

/** What is unique among a school's students, by its index. */
const UNIQUE = {
  students_code_key: { field: "code", key: "student.codeTaken", column: students.code },
  students_cedula_key: { field: "cedula", key: "student.cedulaTaken", column: students.cedula },
  students_school_cedula_key: {
    field: "schoolCedula",
    key: "student.schoolCedulaTaken",
    column: students.schoolCedula,
  },
  students_user_key: { field: "userId", key: "student.accountTaken", column: students.userId },
} as const;

type Values = Partial<Record<(typeof UNIQUE)[keyof typeof UNIQUE]["field"], string | null | undefined>>;

/**
 * Runs a change of a record; where another one has its code, cédula or account already, throws CONFLICT at the field,
 * with who that is. The database decides and not a look beforehand: two at once are told apart too.
 */
export async function namingHolder<T>(
  actor: OrganizationActor,
  values: () => Values,
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await change();
  } catch (error) {
    const index = violatedUnique(error);
    if (index === undefined || !(index in UNIQUE)) throw error;
    const { field, key, column } = UNIQUE[index as keyof typeof UNIQUE];
    const value = values()[field] ?? "";
    const [holder] = await readInOrganization(actor, (tx) =>
      tx.db
        .select({
          id: students.id,
          firstNames: students.firstNames,
          lastNames: students.lastNames,
          code: students.code,
        })
        .from(students)
        .where(
          and(
            eq(students.organizationId, actor.organizationId),
            eq(column, value),
            isNull(students.mergedIntoId),
          ),
        ),
    );
    throw new DomainError("conflict", key, {
      field,
      values: {
        name: holder ? fullName(holder) : "",
        code: holder?.code ?? "",
        id: holder?.id ?? "",
      },
    });
  }
}
