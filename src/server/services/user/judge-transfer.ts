import { inArray } from "drizzle-orm";
import { organizations } from "@/db/schema/core/organizations";
import type { PlatformTx } from "@/db/scope";
import type { TransferUserInput } from "@/domain/platform";
import { mayGiveRole, type Role } from "@/domain/roles";
import { DomainError, notFound } from "@/server/errors";
import { lockActiveMembers, type Member } from "./change-users";
import { freeSeats } from "./free-seats";

type School = { id: string; name: string; status: string; maxUsers: number };

/** A transfer that can be spoken of: who, from where, to where, and what stands against it. */
export type JudgedTransfer = {
  member: Member;
  from: School;
  to: School;
  role: Role;
  refusal: DomainError | undefined;
};

/**
 * Reads and locks what a transfer depends on: both schools, the member and the admins beside them. `self` is the
 * actor's own account. Throws NOT_FOUND where one of them is not there.
 */
export async function judgeTransfer(
  tx: PlatformTx,
  { organizationId, userId, toOrganizationId, role: given }: TransferUserInput,
): Promise<JudgedTransfer> {
  if (organizationId === toOrganizationId) throw notFound();
  const schools: School[] = await tx.db
    .select({
      id: organizations.id,
      name: organizations.name,
      status: organizations.status,
      maxUsers: organizations.maxUsers,
    })
    .from(organizations)
    .where(inArray(organizations.id, [organizationId, toOrganizationId]))
    // Whoever else fills the school's seats waits.
    .orderBy(organizations.id)
    .for("no key update");
  const from = schools.find(({ id }) => id === organizationId);
  const to = schools.find(({ id }) => id === toOrganizationId);
  const { byId, admins } = await lockActiveMembers(tx.db, organizationId, [userId]);
  const member = byId.get(userId);
  if (!from || !to || !member) throw notFound();
  const role = given ?? member.role;
  const seats = await freeSeats(tx.db, to, member.email);
  const refusal = () => {
    if (to.status !== "active") return new DomainError("conflict", "organization.notActive");
    // An ADMIN who moved themselves could leave the platform without one.
    if (member.accountId === tx.actor.accountId) return new DomainError("conflict", "user.yourself");
    if (admins.size === 1 && admins.has(userId)) return new DomainError("conflict", "user.lastAdmin");
    if (!mayGiveRole(tx.actor.role, role))
      return new DomainError("forbidden", "user.roleNotAllowed", { field: "role" });
    if (seats === 0) return new DomainError("conflict", "user.noSeats", { values: { school: to.name } });
    return undefined;
  };
  return { member, from, to, role, refusal: refusal() };
}
