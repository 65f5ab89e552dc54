import { and, eq, isNull } from "drizzle-orm";
import { accountPasswords, accounts } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import type { Actor, GateTx } from "@/db/scope";
import type { Role } from "@/domain/roles";

/** Where a request came from. */
export type Visitor = { ipAddress: string | null; userAgent: string | null };

/** A signed-in person and where the request came from: what `authedProcedure` hands on. */
export type SignedIn = Visitor & {
  session: {
    id: string;
    account: { id: string; email: string; name: string };
    user: { id: string; role: Role } | null;
    organization: { id: string } | null;
  };
};

/** The account of an e-mail that the transaction has named. */
export async function findAccount(tx: GateTx, email: string) {
  const [account] = await tx.db
    .select({
      id: accounts.id,
      email: accounts.email,
      name: accounts.name,
      locale: accounts.locale,
      emailVerifiedAt: accounts.emailVerifiedAt,
    })
    .from(accounts)
    .where(eq(accounts.email, email));
  return account;
}

/** The password hash of an account that the transaction has named; with `lock`, held as it is until the end. */
export async function findPasswordHash(
  tx: GateTx,
  accountId: string,
  lock = false,
): Promise<string | undefined> {
  const query = tx.db
    .select({ passwordHash: accountPasswords.passwordHash })
    .from(accountPasswords)
    .where(eq(accountPasswords.accountId, accountId));
  const [row] = await (lock ? query.for("update") : query);
  return row?.passwordHash;
}

/** The account's place in a school, if it has one. */
export async function findMembership(tx: GateTx, accountId: string) {
  const [row] = await tx.db
    .select({ userId: users.id, organizationId: users.organizationId, role: users.role })
    .from(users)
    .where(and(eq(users.accountId, accountId), isNull(users.leftAt)));
  return row;
}

/** The school that signed-out pages belong to, and that takes in who registers. */
export async function findDefaultOrganization(tx: GateTx) {
  const [row] = await tx.db
    .select({
      id: organizations.id,
      name: organizations.name,
      status: organizations.status,
      settings: organizations.settings,
    })
    .from(organizations)
    .where(eq(organizations.isDefault, true));
  return row;
}

/** Who acts, as the audit log tells it, for an account before or outside a school. */
export function gateActor(
  account: { id: string; name: string },
  membership: { userId: string; role: Role } | undefined,
  ipAddress: string | null,
): Actor {
  return {
    accountId: account.id,
    userId: membership?.userId ?? null,
    name: account.name,
    role: membership?.role ?? "STUDENT",
    ipAddress,
  };
}

/** The actor of a signed-in person's own account. */
export function actorOf({ session, ipAddress }: SignedIn): Actor {
  const { account, user } = session;
  return gateActor(account, user ? { userId: user.id, role: user.role } : undefined, ipAddress);
}

/** A visitor of whom nothing is known but the address they typed. */
export function visitorActor(email: string, ipAddress: string | null): Actor {
  return { accountId: null, userId: null, name: email, role: "STUDENT", ipAddress };
}
