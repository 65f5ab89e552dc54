import { and, eq, isNull } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { type Actor, onPlatform } from "@/db/scope";
import type { MemberInput } from "@/domain/platform";
import { notFound } from "@/server/errors";

/** A member of any school, with the school's name. Throws NOT_FOUND where there is none. */
export async function getSchoolPerson(actor: Actor, { organizationId, userId }: MemberInput) {
  return onPlatform(actor, async (tx) => {
    const [row] = await tx.db
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        role: users.role,
        schoolName: organizations.name,
      })
      .from(users)
      .innerJoin(organizations, eq(organizations.id, users.organizationId))
      .where(and(eq(users.organizationId, organizationId), eq(users.id, userId), isNull(users.leftAt)));
    if (!row) throw notFound();
    return row;
  });
}
