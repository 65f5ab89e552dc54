import { eq } from "drizzle-orm";
import { accounts, emailChanges } from "@/db/schema/core/accounts";
import { auditEvents } from "@/db/schema/core/audit";
import { confirmEmailChange, requestEmailChange } from "@/server/services/account";
import { enter, makePerson, newEmail, operator, PASSWORD, tokenFor, VISITOR } from "./people";

/** For tests of a change of address: one that was asked for, its links, and what became of it. */

/** Somebody who asked for another address. */
export async function asked(next = newEmail()) {
  const person = await makePerson();
  const { who, claims } = await enter(person.email);
  await requestEmailChange(who, { email: next, password: PASSWORD });
  return { ...person, next, who, claims };
}

/** As `asked`, with the token of each side's link. */
export async function bothLinks() {
  const change = await asked();
  return { ...change, oldToken: await tokenFor(change.email), newToken: await tokenFor(change.next) };
}

/** Confirms as somebody who is not signed in. */
export const confirm = (token: string) => confirmEmailChange({ token }, VISITOR);

export function accountOf(accountId: string) {
  return operator(async ({ db }) => {
    const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
    return account;
  });
}

export function changesOf(accountId: string) {
  return operator(({ db }) =>
    db
      .select()
      .from(emailChanges)
      .where(eq(emailChanges.accountId, accountId))
      .orderBy(emailChanges.createdAt),
  );
}

export function actsOf(accountId: string) {
  return operator(({ db }) => db.select().from(auditEvents).where(eq(auditEvents.actorAccountId, accountId)));
}

export function expire(accountId: string) {
  return operator(({ db }) =>
    db
      .update(emailChanges)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(emailChanges.accountId, accountId)),
  );
}
