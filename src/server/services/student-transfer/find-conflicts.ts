import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { fullName } from "@/domain/student-list";
import { DomainError } from "@/server/errors";
import type { StudentRow } from "./find-student";

/** A record of the receiving school that has the same number. */
export type Conflict = { id: string; name: string; code: string; number: "cedula" | "schoolCedula" };

type Numbers = Pick<StudentRow, "cedula" | "schoolCedula">;

/** Records here that have one of the student's numbers: they are this student's, or one of the two is wrong. */
export async function findConflicts(tx: TenantTx, { cedula, schoolCedula }: Numbers): Promise<Conflict[]> {
  if (cedula === null && schoolCedula === null) return [];
  const found = await tx.db
    .select()
    .from(students)
    .where(
      and(
        eq(students.organizationId, tx.actor.organizationId),
        isNull(students.mergedIntoId),
        or(
          cedula === null ? undefined : eq(students.cedula, cedula),
          schoolCedula === null ? undefined : eq(students.schoolCedula, schoolCedula),
        ),
      ),
    );
  return found.map((row) => ({
    id: row.id,
    name: fullName(row),
    code: row.code,
    number: cedula !== null && row.cedula === cedula ? "cedula" : "schoolCedula",
  }));
}

/** Throws CONFLICT, naming the record that has the number. */
export function refuseConflicts([first]: readonly Conflict[]): void {
  if (!first) return;
  const { number, name, code } = first;
  throw new DomainError("conflict", `studentTransfer.${number}Taken`, { values: { name, code } });
}

const ENDINGS = 200;

/** The student's code, with a number behind it where the school has given that code to somebody else. */
export async function freeCode(tx: TenantTx, wanted: string): Promise<string> {
  const tried = [wanted, ...Array.from({ length: ENDINGS }, (_, index) => `${wanted}-${index + 2}`)];
  const taken = await tx.db
    .select({ code: students.code })
    .from(students)
    .where(
      and(
        eq(students.organizationId, tx.actor.organizationId),
        isNull(students.mergedIntoId),
        inArray(students.code, tried),
      ),
    );
  const codes = new Set(taken.map(({ code }) => code));
  const free = tried.find((code) => !codes.has(code));
  if (free === undefined) throw new DomainError("conflict", "studentTransfer.tryAgain");
  return free;
}
