import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { users } from "@/db/schema/core/users";
import type { TenantTx } from "@/db/scope";
import { outranks } from "@/domain/roles";
import type { UserRefusal, UserResult } from "@/domain/user";
import { notFound } from "@/server/errors";
import type { FormerCoach } from "../class";

export type Member = typeof users.$inferSelect;

/** Members by id, and the ids of the school's active admins. */
export type LockedMembers = { byId: ReadonlyMap<string, Member>; admins: ReadonlySet<string> };

/**
 * The members that are to be changed, locked together with every active admin of the school: two requests that would
 * each leave one admin wait for each other, and the later one sees what the earlier did.
 */
export async function lockActiveMembers(
  db: Db,
  organizationId: string,
  ids: readonly string[],
): Promise<LockedMembers> {
  const isActiveAdmin = and(eq(users.role, "ORG_ADMIN"), eq(users.status, "active"));
  const locked = await db
    .select()
    .from(users)
    .where(
      and(
        eq(users.organizationId, organizationId),
        isNull(users.leftAt),
        or(inArray(users.id, [...ids]), isActiveAdmin),
      ),
    )
    .orderBy(users.id)
    .for("update");
  const byId = new Map(locked.map((member) => [member.id, member]));
  const admins = new Set(locked.filter((member) => isAdmin(member)).map((member) => member.id));
  return { byId, admins };
}

/** `lockActiveMembers` of the school that the transaction is in. */
export function lockMembers(tx: TenantTx, ids: readonly string[]): Promise<LockedMembers> {
  return lockActiveMembers(tx.db, tx.actor.organizationId, ids);
}

/**
 * Judges each of `ids` with `refuse` and the rules that hold for every change: nobody changes themselves or somebody
 * above them, and at least one active ORG_ADMIN is left. Throws NOT_FOUND where none of the ids is a member.
 */
export function judgeChange(
  tx: TenantTx,
  ids: readonly string[],
  { byId, admins }: LockedMembers,
  change: { refuse: (member: Member) => UserRefusal | undefined; takesAdminAway: boolean },
): { results: UserResult[]; changed: Member[] } {
  const asked = [...new Set(ids)];
  if (!asked.some((id) => byId.has(id))) throw notFound();
  const left = new Set(admins);
  const changed: Member[] = [];
  const results = asked.map((id): UserResult => {
    const member = byId.get(id);
    if (!member) return { id, name: "", ok: false, code: "not_found" };
    const takenAway = change.takesAdminAway && left.has(id);
    const refusal =
      generalRefusal(tx, member) ??
      change.refuse(member) ??
      (takenAway && left.size === 1 ? "last_admin" : undefined);
    if (refusal) return { id, name: member.name, ok: false, code: refusal };
    if (takenAway) left.delete(id);
    changed.push(member);
    return { id, name: member.name, ok: true };
  });
  return { results, changed };
}

function generalRefusal(tx: TenantTx, member: Member): UserRefusal | undefined {
  if (member.id === tx.actor.userId) return "yourself";
  return outranks(member.role, tx.actor.role) ? "above_you" : undefined;
}

function isAdmin(member: Member): boolean {
  return member.role === "ORG_ADMIN" && member.status === "active";
}

/** The rows of these members, for a set-based write. */
export function rowsOf(tx: TenantTx, members: readonly Member[]) {
  return and(
    eq(users.organizationId, tx.actor.organizationId),
    inArray(
      users.id,
      members.map((member) => member.id),
    ),
  );
}

/** What the member coached, for the log and for who undoes the change. */
export function coachedBy({ id }: Member, coached: readonly FormerCoach[]): Omit<FormerCoach, "userId">[] {
  return coached.filter((row) => row.userId === id).map(({ userId: _userId, ...row }) => row);
}
