import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { invitations } from "@/db/schema/core/invitations";
import { users } from "@/db/schema/core/users";

/** Seats of a school that neither a member nor an open invitation takes; `email` is not counted as invited. */
export async function freeSeats(
  db: Db,
  { id, maxUsers }: { id: string; maxUsers: number },
  email?: string,
): Promise<number> {
  const [members, pending] = await Promise.all([
    db.$count(users, and(eq(users.organizationId, id), isNull(users.leftAt))),
    db.$count(
      invitations,
      and(
        eq(invitations.organizationId, id),
        eq(invitations.status, "pending"),
        gt(invitations.expiresAt, sql`now()`),
        email === undefined ? undefined : sql`${invitations.email} <> ${email}`,
      ),
    ),
  ]);
  return Math.max(0, maxUsers - members - pending);
}
