import { and, eq, isNull, or } from "drizzle-orm";
import { students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { fullName } from "@/domain/student-list";
import { DomainError } from "@/server/errors";
import { type StudentRow, takeStudentCodes } from "../student";

/** A record of the receiving school that has the same number; `isPast` where it once went to another school itself. */
export type Conflict = {
  id: string;
  name: string;
  code: string;
  number: "cedula" | "schoolCedula";
  isPast: boolean;
};

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
    isPast: row.lockedAt !== null,
  }));
}

/** Throws CONFLICT, naming the record that has the number; one from which the student once left stands in no way. */
export function refuseConflicts(conflicts: readonly Conflict[]): void {
  const first = conflicts.find(({ isPast }) => !isPast);
  if (!first) return;
  const { number, name, code } = first;
  throw new DomainError("conflict", `studentTransfer.${number}Taken`, { values: { name, code } });
}

/** Whether the school has given this code to somebody already. */
export async function isCodeTaken(tx: TenantTx, code: string): Promise<boolean> {
  const holders = await tx.db.$count(
    students,
    and(
      eq(students.organizationId, tx.actor.organizationId),
      eq(students.code, code),
      isNull(students.mergedIntoId),
    ),
  );
  return holders > 0;
}

/** The student's code, or the school's next one where that is somebody else's. */
export async function freeCode(tx: TenantTx, wanted: string): Promise<string> {
  if (!(await isCodeTaken(tx, wanted))) return wanted;
  const [next = ""] = await takeStudentCodes(tx, 1);
  return next;
}
