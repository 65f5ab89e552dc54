import { and, asc, eq, isNull } from "drizzle-orm";
import { grades } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import { DEFAULT_GRADES } from "@/domain/academics-list";
import { newId } from "@/lib/ids";
import { sortKey } from "@/lib/text-keys";
import { recordEvents } from "../audit";

export type Grade = Pick<typeof grades.$inferSelect, "id" | "name" | "sortKey" | "position" | "level">;

/** The grades that are in use, from the lowest to the highest. A school without any gets the usual ones. */
export async function ensureGrades(tx: TenantTx): Promise<Grade[]> {
  const found = await readGrades(tx);
  if (found.length > 0) return found;
  const { organizationId } = tx.actor;
  // A school that has put all of its grades away has said what it wants.
  if ((await tx.db.$count(grades, eq(grades.organizationId, organizationId))) > 0) return found;
  const made = await tx.db
    .insert(grades)
    .values(
      DEFAULT_GRADES.map(({ name, level }, index) => ({
        ...{ organizationId, id: newId(), name, level },
        ...{ position: index + 1, sortKey: sortKey(name) },
      })),
    )
    .onConflictDoNothing()
    .returning({ id: grades.id, name: grades.name });
  await recordEvents(
    tx,
    made.map((grade) => ({
      action: "grade.created",
      subject: { type: "grade", ...grade },
      after: { name: grade.name },
    })),
  );
  return readGrades(tx);
}

async function readGrades(tx: TenantTx): Promise<Grade[]> {
  const { id, name, sortKey: key, position, level } = grades;
  return tx.db
    .select({ id, name, sortKey: key, position, level })
    .from(grades)
    .where(and(eq(grades.organizationId, tx.actor.organizationId), isNull(grades.archivedAt)))
    .orderBy(asc(grades.position), asc(grades.id));
}
