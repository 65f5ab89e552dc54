import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import type { TenantTx } from "@/db/scope";
import { settingsColumn } from "@/db/settings-column";
import type { Settings } from "@/domain/setting-list";
import { DomainError, notFound } from "@/server/errors";
import { freeSeats } from "../user";

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
export function countFreeSeats(tx: TenantTx, { maxUsers }: { maxUsers: number }): Promise<number> {
  return freeSeats(tx.db, { id: tx.actor.organizationId, maxUsers });
}

/** The refusal of `wanted` invitations where only `free` seats are left. */
export function noSeats(wanted: number, free: number, about: { field?: string } = {}): DomainError {
  return new DomainError("conflict", "invitation.noSeats", { values: { wanted, free }, ...about });
}
