import { and, eq, inArray, isNull } from "drizzle-orm";
import { users } from "@/db/schema/core/users";
import type { TenantTx } from "@/db/scope";
import { can } from "@/domain/permissions";

const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  status: users.status,
};
export type ClassMember = Pick<typeof users.$inferSelect, keyof typeof columns>;

/** Members of the school by id; who has left it is none. */
export async function readMembers(tx: TenantTx, ids: readonly string[]): Promise<Map<string, ClassMember>> {
  return ids.length === 0 ? new Map() : byId(await selectMembers(tx, ids));
}

/**
 * `readMembers`, held until the transaction ends: whoever would remove them, or change their role, waits. To be called
 * before a class is locked.
 */
export async function holdMembers(tx: TenantTx, ids: readonly string[]): Promise<Map<string, ClassMember>> {
  return ids.length === 0 ? new Map() : byId(await selectMembers(tx, ids).orderBy(users.id).for("key share"));
}

function selectMembers(tx: TenantTx, ids: readonly string[]) {
  return tx.db
    .select(columns)
    .from(users)
    .where(
      and(
        eq(users.organizationId, tx.actor.organizationId),
        inArray(users.id, [...ids]),
        isNull(users.leftAt),
      ),
    );
}

function byId(members: ClassMember[]): Map<string, ClassMember> {
  return new Map(members.map((member) => [member.id, member]));
}

/** Why the member cannot be enrolled. */
export function studentRefusal({ role, status }: Pick<ClassMember, "role" | "status">) {
  if (role !== "STUDENT") return "not_student";
  return status === "suspended" ? "suspended" : undefined;
}

/** Why the member cannot coach a class. */
export function coachRefusal({ role, status }: Pick<ClassMember, "role" | "status">) {
  if (!can(role, "class:manage-own")) return "not_coach";
  return status === "suspended" ? "suspended" : undefined;
}
