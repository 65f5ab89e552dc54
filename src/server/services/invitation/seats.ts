import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/core/invitations";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import type { TenantTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import type { Settings } from "@/domain/setting-list";
import { DomainError, notFound } from "@/server/errors";

/**
 * Makes whoever else invites into the school wait until this transaction ends: two lists at once would each count the
 * same free seats, and run into each other's addresses in whatever order they list them.
 */
export async function lockSending(tx: TenantTx): Promise<{ maxUsers: number; settings: Settings }> {
  const [school] = await tx.db
    .select({ maxUsers: organizations.maxUsers, settings: settingsColumn })
    .from(organizations)
    .where(eq(organizations.id, tx.actor.organizationId))
    .for("no key update");
  if (!school) throw notFound();
  return school;
}

/** Seats that neither a member nor an open invitation takes. */
export async function countFreeSeats(tx: TenantTx, { maxUsers }: { maxUsers: number }): Promise<number> {
  const { organizationId } = tx.actor;
  const [members, pending] = await Promise.all([
    tx.db.$count(users, and(eq(users.organizationId, organizationId), isNull(users.leftAt))),
    tx.db.$count(
      invitations,
      and(
        eq(invitations.organizationId, organizationId),
        eq(invitations.status, "pending"),
        gt(invitations.expiresAt, sql`now()`),
      ),
    ),
  ]);
  return Math.max(0, maxUsers - members - pending);
}

/** The refusal of `wanted` invitations where only `free` seats are left. */
export function noSeats(wanted: number, free: number, about: { field?: string } = {}): DomainError {
  return new DomainError("conflict", "invitation.noSeats", { values: { wanted, free }, ...about });
}
