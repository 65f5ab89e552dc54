import { and, asc, isNull, ne } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, onPlatform } from "@/db/scope";

/** Ids of the schools that have tables and are not deleted, for what is done in each of them from time to time. */
export async function schoolsAtWork(actor: Actor): Promise<string[]> {
  const rows = await onPlatform(actor, (tx) =>
    tx.db
      .select({ id: organizations.id })
      .from(organizations)
      .where(and(ne(organizations.status, "provisioning"), isNull(organizations.deletedAt)))
      .orderBy(asc(organizations.id)),
  );
  return rows.map(({ id }) => id);
}
