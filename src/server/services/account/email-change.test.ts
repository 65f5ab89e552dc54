import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, emailChanges } from "@/db/schema/core/accounts";
import { users } from "@/db/schema/core/users";
import { atGate } from "@/db/scope";
import { requestEmailChangeInput } from "@/domain/account";
import { findSession } from "@/server/auth/session";
import {
  accountOf,
  actsOf,
  asked,
  bothLinks,
  changesOf,
  confirm,
  expire,
} from "../../../../tests/support/email-change";
import {
  deliverMail,
  enter,
  mailTo,
  makePerson,
  newEmail,
  operator,
  PASSWORD,
  peopleDatabase,
  refusal,
  tokenFor,
  VISITOR,
} from "../../../../tests/support/people";
import { confirmEmailChange, openEmailChange } from "./confirm-email-change";
import {
  cancelEmailChange,
  getEmailChange,
  requestEmailChange,
  resendEmailChange,
} from "./request-email-change";
import { signIn } from "./sign-in";

await peopleDatabase();

const HALF = { side: "old", state: "open", oldConfirmed: true, newConfirmed: false };

test.each(["old first", "new first"])("takes effect when both have confirmed, %s", async (order) => {
  const { accountId, userId, email, next, claims, oldToken, newToken } = await bothLinks();
  const other = await enter(email);
  const [first, second] = order === "old first" ? [oldToken, newToken] : [newToken, oldToken];
  expect((await confirm(first)).state).toBe("open");
  expect((await accountOf(accountId))?.email).toBe(email);
  expect(await findSession(claims)).toBeDefined();

  expect(
    (await confirmEmailChange({ token: second }, { ...VISITOR, session: other.who.session })).state,
  ).toBe("done");
  expect((await accountOf(accountId))?.email).toBe(next);
  const [member] = await operator(({ db }) => db.select().from(users).where(eq(users.id, userId)));
  expect(member?.email).toBe(next);
  expect(member?.searchKey).toContain(next.split("@")[0]?.split("-")[0]);
  // The session that confirmed goes on; the others have ended.
  expect(await findSession(claims)).toBeUndefined();
  expect((await findSession(other.claims))?.account.email).toBe(next);
  expect(await refusal(signIn({ email, password: PASSWORD }, VISITOR))).toMatchObject({
    key: "signIn.refused",
  });
  expect(await signIn({ email: next, password: PASSWORD }, VISITOR)).toBeDefined();
  await deliverMail();
  for (const address of [email, next]) {
    const [newest] = await mailTo(address);
    expect(newest?.text).toContain(next);
    expect(newest?.text).not.toContain("token=");
  }
  const event = (await actsOf(accountId)).find(({ action }) => action === "account.email_changed");
  expect(event).toMatchObject({
    subjectType: "user",
    subjectId: userId,
    before: { email },
    after: { email: next },
  });
});

test("both confirmed at the same moment take effect once", async () => {
  const { accountId, email, next, oldToken, newToken } = await bothLinks();
  const tries = Array.from({ length: 20 }, (_, n) => confirm(n % 2 === 0 ? oldToken : newToken));
  const settled = await Promise.allSettled(tries);
  const states = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value.state] : []));
  expect(states.toSorted()).toEqual(["done", "open"]);
  for (const one of settled) if (one.status === "rejected") expect(one.reason.key).toBe("link.used");
  expect((await accountOf(accountId))?.email).toBe(next);
  await deliverMail();
  expect(await mailTo(email)).toHaveLength(2);
  expect((await actsOf(accountId)).filter(({ action }) => action === "account.email_changed")).toHaveLength(
    1,
  );
});

test("asks for the password, counts guesses, and refuses the address that one has", async () => {
  const { email } = await makePerson();
  const { who } = await enter(email);
  const wrong = () => refusal(requestEmailChange(who, { email: newEmail(), password: "not it" }));
  expect(await wrong()).toMatchObject({ key: "password.currentWrong", field: "password" });
  expect(await refusal(requestEmailChange(who, { email, password: PASSWORD }))).toMatchObject({
    key: "emailChange.same",
    field: "email",
  });
  expect(await getEmailChange(who)).toBeNull();
  const keys = (await Promise.all(Array.from({ length: 12 }, wrong))).map(({ key }) => key);
  expect(keys.filter((key) => key === "tooManyAttempts")).toHaveLength(3);
  expect(requestEmailChangeInput.safeParse({ email: '"a@b"@example.com', password: PASSWORD }).success).toBe(
    false,
  );
});

test("a taken address gets the same answer and work; its owner gets a notice without a link", async () => {
  const owner = await makePerson();
  const change = await asked(owner.email);
  const free = await asked();
  expect(await getEmailChange(change.who)).toEqual({
    ...(await getEmailChange(free.who)),
    newEmail: owner.email,
    createdAt: expect.any(Date),
    expiresAt: expect.any(Date),
  });
  await deliverMail();
  const [notice] = await mailTo(owner.email);
  expect(notice?.text).toContain("/sign-in");
  expect(notice?.text).not.toMatch(/token=/);
  expect(await mailTo(change.email)).toHaveLength(1);
  const [row] = await changesOf(change.accountId);
  expect(row?.newConfirmedAt).toBeNull();
});

test("an address taken meanwhile is told to who holds the links, and nothing is half done", async () => {
  const { accountId, email, next, oldToken, newToken } = await bothLinks();
  await confirm(newToken);
  const rival = await makePerson();
  await operator(({ db }) =>
    db.update(accounts).set({ email: next }).where(eq(accounts.id, rival.accountId)),
  );
  expect(await refusal(confirm(oldToken))).toMatchObject({ kind: "conflict", key: "emailChange.taken" });
  expect((await accountOf(accountId))?.email).toBe(email);
  expect(await openEmailChange({ token: oldToken })).toMatchObject({ oldConfirmed: false, state: "open" });
});

test("opening a link changes nothing, and shows each side the other masked where it must", async () => {
  const { email, next, oldToken, newToken } = await bothLinks();
  const seen = { state: "open", newEmail: next, oldConfirmed: false, newConfirmed: false };
  expect(await openEmailChange({ token: oldToken })).toEqual({ ...seen, side: "old", oldEmail: email });
  expect(await openEmailChange({ token: newToken })).toEqual({
    ...seen,
    side: "new",
    oldEmail: `${email.slice(0, 1)}•••@people.example`,
  });
  await confirm(oldToken);
  expect(await openEmailChange({ token: oldToken })).toMatchObject(HALF);
});

test("forged, used, replaced and expired links do nothing", async () => {
  const { accountId, oldToken, newToken, who } = await bothLinks();
  for (const forged of ["x".repeat(43), (await changesOf(accountId))[0]?.oldTokenHash ?? ""]) {
    expect(await refusal(confirm(forged))).toMatchObject({ key: "link.invalid" });
    expect(await refusal(openEmailChange({ token: forged }))).toMatchObject({ key: "link.invalid" });
  }
  await confirm(oldToken);
  expect(await refusal(confirm(oldToken))).toMatchObject({ key: "link.used" });

  await resendEmailChange(who);
  const newer = await tokenFor((await getEmailChange(who))?.newEmail ?? "");
  expect(newer).not.toBe(newToken);
  expect(await refusal(confirm(newToken))).toMatchObject({ key: "link.invalid" });
  await expire(accountId);
  expect(await refusal(confirm(newer))).toMatchObject({ key: "link.expired" });
  expect(await getEmailChange(who)).toBeNull();
  expect(await refusal(resendEmailChange(who))).toMatchObject({ kind: "not_found" });
});

test("only hashes are at rest, and the row is nobody's but the account's", async () => {
  const { accountId, oldToken, newToken } = await bothLinks();
  const stored = JSON.stringify(await changesOf(accountId));
  for (const token of [oldToken, newToken]) expect(stored).not.toContain(token);
  const stranger = await makePerson();
  const seen = await atGate({ accountId: stranger.accountId, email: stranger.email }, (tx) =>
    tx.db.select().from(emailChanges),
  );
  expect(seen).toEqual([]);
});

test("sending again reaches only who has not confirmed", async () => {
  const { email, next, oldToken, who } = await bothLinks();
  await confirm(oldToken);
  await resendEmailChange(who);
  await deliverMail();
  expect(await mailTo(email)).toHaveLength(1);
  expect(await mailTo(next)).toHaveLength(2);
});

test("a change given up, or replaced by another, cannot be confirmed any more", async () => {
  const { accountId, email, oldToken, who } = await bothLinks();
  const other = newEmail();
  await requestEmailChange(who, { email: other, password: PASSWORD });
  expect(await refusal(confirm(oldToken))).toMatchObject({ key: "emailChange.stopped" });
  expect((await getEmailChange(who))?.newEmail).toBe(other);
  const [newToken, newestOld] = [await tokenFor(other), await tokenFor(email)];
  await cancelEmailChange(who);
  await cancelEmailChange(who);
  expect(await getEmailChange(who)).toBeNull();
  for (const token of [newToken, newestOld])
    expect(await refusal(confirm(token))).toMatchObject({ key: "emailChange.stopped" });
  expect((await accountOf(accountId))?.email).toBe(email);
  const acts = (await actsOf(accountId)).map(({ action }) => action);
  expect(acts.filter((action) => action === "account.email_change_cancelled")).toHaveLength(1);
});

test("of two requests at once one is open", async () => {
  const { email, accountId } = await makePerson();
  const { who } = await enter(email);
  await Promise.all(
    [newEmail(), newEmail()].map((next) => requestEmailChange(who, { email: next, password: PASSWORD })),
  );
  const rows = await changesOf(accountId);
  expect(rows.filter(({ cancelledAt }) => cancelledAt === null)).toHaveLength(1);
  expect(rows).toHaveLength(2);
});
