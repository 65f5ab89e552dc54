import { and, eq, inArray } from "drizzle-orm";
import { studentStatuses, students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { personKeys } from "@/domain/identity/keys";
import { recordEvents } from "../audit";
import type { StudentRow } from "../student";
import type { Conflict } from "./find-conflicts";
import type { Transfer } from "./queries";

type Returned = Pick<StudentRow, "firstNames" | "lastNames" | "cedula" | "schoolCedula"> & { id: string };

/**
 * Has records from which the student once left go on in the one that came back: it takes their numbers, the code by
 * which the school knew the student, and the history of the enrolment; they stay as they are and point at it. Returns
 * the code.
 */
export async function takeBack(
  tx: TenantTx,
  past: readonly Conflict[],
  { student, transfer }: { student: Returned; transfer: Transfer },
): Promise<string> {
  const { organizationId } = tx.actor;
  const { id, cedula, schoolCedula } = student;
  const ids = past.map((record) => record.id);
  const code = past[0]?.code ?? "";
  const own = eq(students.organizationId, organizationId);
  // They give the numbers up first: no two records of a school have them.
  await tx.db
    .update(students)
    .set({ mergedIntoId: id })
    .where(and(own, inArray(students.id, ids)));
  await tx.db
    .update(studentStatuses)
    .set({ studentId: id })
    .where(and(eq(studentStatuses.organizationId, organizationId), inArray(studentStatuses.studentId, ids)));
  await tx.db
    .update(students)
    .set({ code, cedula, schoolCedula, ...personKeys({ ...student, code }) })
    .where(and(own, eq(students.id, id)));
  await recordEvents(
    tx,
    past.map((record) => ({
      action: "transfer.taken_back",
      subject: { type: "student", id: record.id, name: record.name },
      after: { school: transfer.fromSchoolName, code: record.code },
    })),
  );
  return code;
}
