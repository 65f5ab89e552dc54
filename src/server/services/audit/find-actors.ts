import { and, asc, eq, like } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, readInOrganization } from "@/db/scope";
import { searchTerms } from "@/lib/text-keys";

const MAX_FOUND = 20;

/** People of the school who may have done something, by name, those who have left among them. */
export async function findActors(
  actor: OrganizationActor,
  { search, id }: { search: string; id?: string | undefined },
) {
  const begins = searchTerms(search).map((term) => like(users.searchKey, `% ${term}%`));
  return readInOrganization(actor, (tx) =>
    tx.db
      .select({ id: users.id, name: users.name, email: users.email, leftAt: users.leftAt })
      .from(users)
      .where(
        and(
          eq(users.organizationId, actor.organizationId),
          id === undefined ? undefined : eq(users.id, id),
          ...begins,
        ),
      )
      .orderBy(asc(users.sortKey), asc(users.id))
      .limit(MAX_FOUND),
  );
}
