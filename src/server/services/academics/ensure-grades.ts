import { asc, eq } from "drizzle-orm";
import { grades } from "@/db/schema/tenant/academics";
import type { TenantTx } from "@/db/scope";
import { recordEvents } from "../audit";
import { insertUsualGrades } from "./begin-academics";

export type Grade = Pick<typeof grades.$inferSelect, "id" | "name" | "sortKey" | "position" | "level">;

/**
 * The grades that are in use, from the lowest to the highest. A school that never had any gets the usual ones; one that
 * has put all of its grades away has said what it wants.
 */
export async function ensureGrades(tx: TenantTx): Promise<Grade[]> {
  const found = await readGrades(tx);
  if (found) return found;
  const made = await insertUsualGrades(tx);
  await recordEvents(
    tx,
    made.map((grade) => ({
      action: "grade.created",
      subject: { type: "grade", ...grade },
      after: { name: grade.name },
    })),
  );
  return (await readGrades(tx)) ?? [];
}

/** Undefined where there are none, in use or not. */
async function readGrades(tx: TenantTx): Promise<Grade[] | undefined> {
  const { id, name, sortKey: key, position, level, archivedAt } = grades;
  const rows = await tx.db
    .select({ id, name, sortKey: key, position, level, archivedAt })
    .from(grades)
    .where(eq(grades.organizationId, tx.actor.organizationId))
    .orderBy(asc(grades.position), asc(grades.id));
  if (rows.length === 0) return undefined;
  return rows.flatMap(({ archivedAt: away, ...grade }) => (away ? [] : [grade]));
}
