import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { type Actor, onPlatform, type PlatformTx } from "@/db/scope";
import { mayGiveRole } from "@/domain/roles";
import type { CreateUserInput } from "@/domain/user";
import { newId } from "@/lib/ids";
import { searchKey, sortKey } from "@/lib/text-keys";
import { DomainError, notFound } from "@/server/errors";
import { recordEvents } from "../audit";
import { endInvitations } from "./close-membership";
import { freeSeats } from "./free-seats";

type Account = { id: string; name: string };

/**
 * Makes a person a member of the school. A new address gets an account without a password: its owner chooses one
 * through "forgotten password"; a known one keeps its own name. Throws CONFLICT where the address belongs to a school.
 */
export async function createUser(
  actor: Actor,
  input: CreateUserInput,
): Promise<{ id: string; isNewAccount: boolean }> {
  const { organizationId, email, role } = input;
  if (!mayGiveRole(actor.role, role))
    throw new DomainError("forbidden", "user.roleNotAllowed", { field: "role" });
  return onPlatform({ ...actor, userId: null }, async (tx) => {
    const [school] = await tx.db
      .select({
        id: organizations.id,
        name: organizations.name,
        status: organizations.status,
        maxUsers: organizations.maxUsers,
      })
      .from(organizations)
      .where(eq(organizations.id, organizationId))
      // Whoever else fills the school's seats waits.
      .for("no key update");
    if (!school) throw notFound();
    if (school.status !== "active") throw new DomainError("conflict", "organization.notActive");
    const seats = await freeSeats(tx.db, school, email);
    const { account, isNew } = await findOrCreateAccount(tx, input);
    const id = newId();
    const made = await tx.db
      .insert(users)
      .values({
        organizationId,
        id,
        accountId: account.id,
        name: account.name,
        email,
        role,
        sortKey: sortKey(account.name),
        searchKey: searchKey(`${account.name} ${email}`),
      })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (made.length === 0) throw await memberAlready(tx, account, input);
    if (seats === 0) throw new DomainError("conflict", "user.noSeats", { values: { school: school.name } });
    await tx.enter(organizationId, async (inside) => {
      await endInvitations(inside, email);
      await recordEvents(inside, [
        { action: "user.created", subject: { type: "user", id, name: account.name }, after: { email, role } },
      ]);
    });
    return { id, isNewAccount: isNew };
  });
}

async function findOrCreateAccount(tx: PlatformTx, { email, name }: CreateUserInput) {
  const account = { id: newId(), email, name };
  const made = await tx.db
    .insert(accounts)
    .values(account)
    .onConflictDoNothing()
    .returning({ id: accounts.id, name: accounts.name });
  const [known] =
    made.length > 0
      ? made
      : await tx.db
          .select({ id: accounts.id, name: accounts.name })
          .from(accounts)
          .where(eq(accounts.email, email));
  if (!known) throw notFound();
  return { account: known, isNew: made.length > 0 };
}

async function memberAlready(
  tx: PlatformTx,
  account: Account,
  { organizationId, email }: CreateUserInput,
): Promise<DomainError> {
  const here = await tx.db.$count(
    users,
    and(eq(users.organizationId, organizationId), eq(users.accountId, account.id), isNull(users.leftAt)),
  );
  const key = here > 0 ? "user.memberAlready" : "user.memberElsewhere";
  return new DomainError("conflict", key, { field: "email", values: { email } });
}
