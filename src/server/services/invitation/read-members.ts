import { and, eq, inArray, isNull } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import type { TenantTx } from "@/db/scope";

/** The members of the school who have one of these addresses. */
export function readMembers(tx: TenantTx, emails: string[]) {
  return tx.db
    .select({ email: users.email, name: users.name, role: users.role })
    .from(users)
    .where(
      and(
        eq(users.organizationId, tx.actor.organizationId),
        isNull(users.leftAt),
        inArray(users.email, emails),
      ),
    );
}
