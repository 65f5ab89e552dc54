import { and, eq, inArray, lt } from "drizzle-orm";
import { studentDocuments } from "@/db/schema/tenant/student-records";
import { students } from "@/db/schema/tenant/students";
import { inOrganization, type OrganizationActor } from "@/db/scope";
import { undoableSince } from "@/lib/duration";
import { storage } from "@/server/adapters/storage/storage";
import { recordEvents } from "../audit";
import { subjectOf } from "../student";

const AT_ONCE = 200;

/**
 * Erases the documents that were put away more than thirty days ago, the bytes first: what ends in between is erased by
 * the next run, and no bytes are left without a row. Says how many they were.
 */
export async function eraseDocuments(actor: OrganizationActor): Promise<number> {
  let erased = 0;
  for (let count = AT_ONCE; count === AT_ONCE; erased += count) count = await eraseSome(actor);
  return erased;
}

async function eraseSome(actor: OrganizationActor): Promise<number> {
  const { organizationId } = actor;
  return inOrganization(actor, async (tx) => {
    const due = await tx.db
      .select({
        id: studentDocuments.id,
        storageKey: studentDocuments.storageKey,
        student: { id: students.id, firstNames: students.firstNames, lastNames: students.lastNames },
      })
      .from(studentDocuments)
      .innerJoin(
        students,
        and(
          eq(students.organizationId, studentDocuments.organizationId),
          eq(students.id, studentDocuments.studentId),
        ),
      )
      .where(
        and(
          eq(studentDocuments.organizationId, organizationId),
          lt(studentDocuments.removedAt, undoableSince()),
        ),
      )
      .orderBy(studentDocuments.removedAt, studentDocuments.id)
      .limit(AT_ONCE)
      .for("update", { of: studentDocuments });
    if (due.length === 0) return 0;
    await Promise.all(due.map(({ storageKey }) => storage().delete(storageKey)));
    await tx.db.delete(studentDocuments).where(
      and(
        eq(studentDocuments.organizationId, organizationId),
        inArray(
          studentDocuments.id,
          due.map(({ id }) => id),
        ),
      ),
    );
    const owners = new Map(due.map(({ student }) => [student.id, student]));
    await recordEvents(
      tx,
      [...owners.values()].map((student) => ({
        action: "student.documents_erased",
        subject: subjectOf(student),
        after: { count: due.filter((row) => row.student.id === student.id).length },
      })),
    );
    return due.length;
  });
}
