import { sql } from "drizzle-orm";
import type { z } from "zod";
import { accountPasswords, accounts, type TokenPayload } from "@/db/schema/core/accounts";
import { users } from "@/db/schema/core/users";
import { atGate, type GateTx } from "@/db/scope";
import { verifyEmailInput } from "@/domain/account";
import { newId } from "@/lib/ids";
import { verifyPassword } from "@/lib/password-hash";
import { searchKey, sortKey } from "@/lib/text-keys";
import { DomainError } from "@/server/errors";
import { recordGateEvents } from "../audit";
import { countLinkAttempt } from "./limits";
import { findDefaultOrganization, gateActor, type Visitor } from "./queries";
import { linkHash, useToken } from "./use-token";

/**
 * Makes what was asked for at registration: the account, its password and a student's place in the default
 * school. Once for each link, also in parallel, and only with the password of that registration; throws `conflict`
 * where the address has an account by now.
 */
export async function verifyEmail(
  given: z.input<typeof verifyEmailInput>,
  visitor: Visitor,
): Promise<{ email: string }> {
  const { token, password } = verifyEmailInput.parse(given);
  const tokenHash = linkHash(token);
  await countLinkAttempt(visitor.ipAddress);
  return atGate({ tokenHash }, async (tx) => {
    const { email, payload } = await useToken(tx, tokenHash, "verify_email");
    if (!payload) throw new DomainError("not_found", "link.invalid");
    if (!(await verifyPassword(payload.passwordHash, password)))
      throw new DomainError("invalid", "account.otherPassword", { field: "password" });
    const school = await findDefaultOrganization(tx);
    if (school?.status !== "active" || !school.settings["registration.isOpen"])
      throw new DomainError("conflict", "account.schoolClosed");
    const accountId = newId();
    await tx.name({ email, accountId });
    await createAccount(tx, accountId, email, payload);
    const userId = await joinAsStudent(tx, school.id, accountId, { email, name: payload.name });
    const actor = gateActor({ id: accountId, name: payload.name }, { userId, role: "STUDENT" }, visitor);
    await recordGateEvents(tx, actor, school.id, [
      {
        action: "user.registered",
        subject: { type: "user", id: userId, name: payload.name },
        after: { email, role: "STUDENT" },
      },
    ]);
    return { email };
  });
}

async function createAccount(tx: GateTx, id: string, email: string, payload: TokenPayload): Promise<void> {
  const { name, passwordHash, locale } = payload;
  const created = await tx.db
    .insert(accounts)
    .values({ id, email, name, locale, emailVerifiedAt: new Date() })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  if (created.length === 0) throw new DomainError("conflict", "account.exists");
  await tx.db.insert(accountPasswords).values({ accountId: id, passwordHash });
}

// The gate may write these columns and no others: a role is nothing that a visitor can ask for.
async function joinAsStudent(
  tx: GateTx,
  organizationId: string,
  accountId: string,
  { email, name }: { email: string; name: string },
): Promise<string> {
  const id = newId();
  await tx.db.execute(sql`
    insert into ${users} (organization_id, id, account_id, name, email, sort_key, search_key)
    values (${organizationId}, ${id}, ${accountId}, ${name}, ${email}, ${sortKey(name)},
      ${searchKey(`${name} ${email}`)})`);
  return id;
}
