import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, sessions } from "@/db/schema/core/accounts";
import { auditEvents } from "@/db/schema/core/audit";
import { findSession } from "@/server/auth/session";
import {
  deliverMail,
  enter,
  mailTo,
  makePerson,
  operator,
  PASSWORD,
  peopleDatabase,
  refusal,
  VISITOR,
} from "../../../../tests/support/people";
import { changePassword } from "./change-password";
import { listSessions } from "./list-sessions";
import { revokeAllSessions, revokeOtherSessions, revokeSession } from "./revoke-sessions";
import { signIn } from "./sign-in";
import { updatePreferences } from "./update-preferences";

await peopleDatabase();

const NEXT = "Turpial azul 9";

async function threeSessions() {
  const person = await makePerson();
  const [first, second, third] = [
    await enter(person.email),
    await enter(person.email),
    await enter(person.email),
  ];
  return { ...person, first, second, third };
}

test("the list holds one's own open sessions, the present one first, in words", async () => {
  const { email, first, second, third } = await threeSessions();
  const phone = await enter(
    email,
    PASSWORD,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
  );
  const other = await makePerson();
  await enter(other.email);
  await revokeSession(first.who, { id: second.claims.sessionId });
  await operator(({ db }) =>
    db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, third.claims.sessionId)),
  );
  const rows = await listSessions(first.who);
  expect(rows.map(({ id, current }) => [id, current])).toEqual([
    [first.claims.sessionId, true],
    [phone.claims.sessionId, false],
  ]);
  expect(rows.map(({ device }) => device)).toEqual([
    { browser: "Firefox", system: "Linux" },
    { browser: "Safari", system: "iPhone" },
  ]);
});

test("ending one's other sessions keeps this one; ending all ends this one too", async () => {
  const { first, second, third } = await threeSessions();
  expect(await revokeOtherSessions(first.who)).toEqual({ ended: 2 });
  expect(await findSession(second.claims)).toBeUndefined();
  expect(await findSession(third.claims)).toBeUndefined();
  expect(await findSession(first.claims)).toBeDefined();
  expect(await revokeAllSessions(first.who)).toEqual({ ended: 1 });
  expect(await findSession(first.claims)).toBeUndefined();
});

test("another person's session can be ended by nobody else, and is answered as one that is not there", async () => {
  const [mine, theirs] = [await makePerson(), await makePerson()];
  const [me, them] = [await enter(mine.email), await enter(theirs.email)];
  const foreign = await refusal(revokeSession(me.who, { id: them.claims.sessionId }));
  const absent = await refusal(revokeSession(me.who, { id: mine.accountId }));
  expect(foreign).toEqual(absent);
  expect(foreign.kind).toBe("not_found");
  expect(await findSession(them.claims)).toBeDefined();
});

test("a changed password ends all other sessions and is told to the owner and the log", async () => {
  const { email, accountId, organizationId, first, second } = await threeSessions();
  expect(await changePassword(first.who, { currentPassword: PASSWORD, newPassword: NEXT })).toEqual({
    ended: 2,
  });
  expect(await findSession(first.claims)).toBeDefined();
  expect(await findSession(second.claims)).toBeUndefined();
  expect(await refusal(signIn({ email, password: PASSWORD }, VISITOR))).toMatchObject({
    key: "signIn.refused",
  });
  expect(await signIn({ email, password: NEXT }, VISITOR)).toBeDefined();
  await deliverMail();
  expect(await mailTo(email)).toHaveLength(1);
  const log = await operator(({ db }) =>
    db.select().from(auditEvents).where(eq(auditEvents.actorAccountId, accountId)),
  );
  const event = log.find(({ action }) => action === "account.password_changed");
  expect(event?.organizationId).toBe(organizationId);
  expect(JSON.stringify(log)).not.toMatch(/argon2|Turpial|Colibri/);
});

test("a wrong present password changes nothing, and guessing at it is limited", async () => {
  const { email, first, second } = await threeSessions();
  const guess = () => refusal(changePassword(first.who, { currentPassword: "wrong", newPassword: NEXT }));
  expect(await guess()).toMatchObject({ key: "password.currentWrong", field: "currentPassword" });
  expect(await findSession(second.claims)).toBeDefined();
  expect(await signIn({ email, password: PASSWORD }, VISITOR)).toBeDefined();
  const keys = (await Promise.all(Array.from({ length: 12 }, guess))).map(({ key }) => key);
  expect(keys.filter((key) => key === "tooManyAttempts")).toHaveLength(3);
});

test("of two changes at once one gets through", async () => {
  const { first } = await threeSessions();
  const change = (newPassword: string) =>
    changePassword(first.who, { currentPassword: PASSWORD, newPassword });
  const settled = await Promise.allSettled([change(`${NEXT} a`), change(`${NEXT} b`)]);
  expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("one's own address is no password", async () => {
  const { email, first } = await threeSessions();
  expect(
    await refusal(changePassword(first.who, { currentPassword: PASSWORD, newPassword: email })),
  ).toMatchObject({
    key: "password.isEmail",
    field: "newPassword",
  });
});

test("preferences are kept with the account, and only those given change", async () => {
  const { accountId, first } = await threeSessions();
  await updatePreferences(first.who, { locale: "es", theme: "dark" });
  await updatePreferences(first.who, { density: "compact" });
  const [row] = await operator(({ db }) => db.select().from(accounts).where(eq(accounts.id, accountId)));
  expect(row).toMatchObject({ locale: "es", theme: "dark", density: "compact" });
  expect((await findSession(first.claims))?.account).toMatchObject({ locale: "es", density: "compact" });
});
