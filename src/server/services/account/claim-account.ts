import { eq } from "drizzle-orm";
import { accountPasswords, accounts } from "@/db/schema/core/accounts";
import type { GateTx, PlatformTx } from "@/db/scope";
import { passwordProblem } from "@/domain/account";
import { newId } from "@/lib/ids";
import { verifyPassword } from "@/lib/password-hash";
import { DomainError, notFound } from "@/server/errors";
import { findPasswordHash } from "./queries";

/** Who opens a link that was mailed to an address, with what they typed; the password is normalised. */
export type Claim = { email: string; name: string; password: string };

/**
 * At the gate, which alone may read a password's hash and has been told the address: the id of the account whose
 * password was given; null where the address has none, and name and password may be a new one's.
 */
export async function proveAccount(
  tx: GateTx,
  { email, name, password }: Claim,
): Promise<{ accountId: string | null }> {
  const [account] = await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  if (!account) {
    const problem = passwordProblem(password, email);
    if (problem) throw new DomainError("invalid", `password.${problem}`, { field: "password" });
    if (name === "") throw new DomainError("invalid", "user.nameEmpty", { field: "name" });
    return { accountId: null };
  }
  await tx.name({ accountId: account.id });
  if (!(await verifyPassword(await findPasswordHash(tx, account.id), password)))
    throw new DomainError("invalid", "invitation.wrongPassword", { field: "password" });
  return { accountId: account.id };
}

/**
 * The account of an address that a link has proved, made with `passwordHash` where there was none. Throws CONFLICT
 * `invitation.tryAgain` where one came to be since `proveAccount` looked.
 */
export async function findOrCreateAccount(
  tx: PlatformTx,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string | undefined },
): Promise<{ id: string; name: string; email: string }> {
  const columns = { id: accounts.id, name: accounts.name, email: accounts.email };
  const [known] = await tx.db.select(columns).from(accounts).where(eq(accounts.email, email));
  // An account that came to be after the look at the gate has shown no password here.
  if (known && passwordHash !== undefined) throw new DomainError("conflict", "invitation.tryAgain");
  if (known) return known;
  if (passwordHash === undefined) throw notFound();
  const account = { id: newId(), name, email };
  const made = await tx.db
    .insert(accounts)
    .values({ ...account, emailVerifiedAt: new Date() })
    .onConflictDoNothing()
    .returning({ id: accounts.id });
  // Made by another invitation, accepted at the same moment.
  if (made.length === 0) throw new DomainError("conflict", "invitation.tryAgain");
  await tx.db.insert(accountPasswords).values({ accountId: account.id, passwordHash });
  return account;
}
