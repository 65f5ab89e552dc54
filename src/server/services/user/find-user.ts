import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import { type OrganizationActor, readInOrganization } from "@/db/scope";

/** The school's member with this normalised address; undefined where there is none. */
export async function findUserByEmail(actor: OrganizationActor, { email }: { email: string }) {
  return readInOrganization(actor, async (tx) => {
    const [found] = await tx.db
      .select({ id: users.id, name: users.name, email: users.email, role: users.role, status: users.status })
      .from(users)
      .where(
        and(eq(users.organizationId, actor.organizationId), eq(users.email, email), isNull(users.leftAt)),
      );
    return found;
  });
}
