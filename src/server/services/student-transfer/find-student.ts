import { and, eq, isNull } from "drizzle-orm";
import { students } from "@/db/schema/tenant/students";
import type { TenantTx } from "@/db/scope";
import { DomainError, notFound } from "@/server/errors";

export type StudentRow = typeof students.$inferSelect;

/**
 * A student of the actor's school; with `lock`, held as it is until the end. Throws NOT_FOUND for none, or one that was
 * merged into another record.
 */
export async function requireStudent(tx: TenantTx, id: string, lock = false): Promise<StudentRow> {
  const query = tx.db
    .select()
    .from(students)
    .where(
      and(
        eq(students.organizationId, tx.actor.organizationId),
        eq(students.id, id),
        isNull(students.mergedIntoId),
      ),
    );
  const [student] = await (lock ? query.for("update") : query);
  if (!student) throw notFound();
  return student;
}

/** Throws CONFLICT where the record is at another school already. */
export function refuseLocked({ lockedAt }: Pick<StudentRow, "lockedAt">): void {
  if (lockedAt !== null) throw new DomainError("conflict", "studentTransfer.locked");
}
