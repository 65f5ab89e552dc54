import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions } from "@/db/schema/core/accounts";
import { auditEvents } from "@/db/schema/core/audit";
import { rateLimits } from "@/db/schema/core/operations";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { actorOf, findSession } from "@/server/auth/session";
import {
  makePerson,
  newEmail,
  operator,
  PASSWORD,
  peopleDatabase,
  refusal,
  VISITOR,
} from "../../../../tests/support/people";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

await peopleDatabase();

const WRONG = "not the password";

test("the right password opens a session, told to the school's audit log", async () => {
  const { email, accountId, organizationId } = await makePerson({ role: "COACH" });
  const opened = await signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD }, VISITOR);
  const session = await findSession(opened);
  expect(session?.account.email).toBe(email);
  expect(session?.user?.role).toBe("COACH");
  const [event] = await operator(({ db }) =>
    db.select().from(auditEvents).where(eq(auditEvents.subjectId, opened.sessionId)),
  );
  expect(event).toMatchObject({ action: "account.signed_in", organizationId, actorAccountId: accountId });
});

test("a session to be kept lasts 30 days, any other 12 hours", async () => {
  const { email } = await makePerson();
  const hours = async (keepSignedIn: boolean) => {
    const { sessionId } = await signIn({ email, password: PASSWORD, keepSignedIn }, VISITOR);
    const [row] = await operator(({ db }) => db.select().from(sessions).where(eq(sessions.id, sessionId)));
    return Math.round(((row?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000);
  };
  expect(await hours(true)).toBe(720);
  expect(await hours(false)).toBe(12);
});

test("each sign-in has a session id of its own, and signing out ends that one alone", async () => {
  const { email } = await makePerson();
  const first = await signIn({ email, password: PASSWORD }, VISITOR);
  const second = await signIn({ email, password: PASSWORD }, VISITOR);
  expect(first.sessionId).not.toBe(second.sessionId);
  await signOut(first);
  expect(await findSession(first)).toBeUndefined();
  expect(await findSession(second)).toBeDefined();
});

test("unknown e-mail, wrong password, and a wrong one for an unverified or placeless account answer alike", async () => {
  const { email } = await makePerson();
  const unverified = await makePerson({ verified: false });
  const placeless = await makePerson({ member: false });
  const answers = [
    await refusal(signIn({ email: newEmail(), password: WRONG }, VISITOR)),
    await refusal(signIn({ email, password: WRONG }, VISITOR)),
    await refusal(signIn({ email: unverified.email, password: WRONG }, VISITOR)),
    await refusal(signIn({ email: placeless.email, password: WRONG }, VISITOR)),
  ];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ kind: "unauthorized", key: "signIn.refused" });
});

test("only who knows the password learns that the address is not verified", async () => {
  const { email } = await makePerson({ verified: false });
  expect(await refusal(signIn({ email, password: PASSWORD }, VISITOR))).toMatchObject({
    key: "signIn.unverified",
  });
});

test("an account without a school signs in, and acts for none", async () => {
  const { email } = await makePerson({ member: false });
  const session = await findSession(await signIn({ email, password: PASSWORD }, VISITOR));
  expect(session?.user).toBeNull();
  expect(session && actorOf(session, { ipAddress: null })).toBeUndefined();
});

test("unknown e-mails and wrong passwords take the same time", async () => {
  const known = await Promise.all(Array.from({ length: 8 }, () => makePerson()));
  const time = async (email: string) => {
    const start = performance.now();
    await refusal(signIn({ email, password: WRONG }, VISITOR));
    return performance.now() - start;
  };
  await time(newEmail());
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let round = 0; round < 32; round++) {
    times.known.push(await time(known[round % known.length]?.email ?? ""));
    times.unknown.push(await time(newEmail()));
  }
  const [slow, fast] = [median(times.known), median(times.unknown)].toSorted((a, b) => b - a);
  expect((slow ?? 0) / (fast ?? 1)).toBeLessThan(1.25);
}, 120_000);

test("a parallel burst on one account gets ten tries, also from many addresses, and is told when to come back", async () => {
  const { email } = await makePerson();
  const attempts = await Promise.all(
    Array.from({ length: 25 }, (_, index) =>
      refusal(signIn({ email, password: WRONG }, { ...VISITOR, ipAddress: `203.0.113.${index}` })),
    ),
  );
  expect(attempts.filter(({ key }) => key === "signIn.refused")).toHaveLength(10);
  const stopped = attempts.filter(({ key }) => key === "tooManyAttempts");
  expect(stopped).toHaveLength(15);
  expect(stopped.every(({ values }) => Number(values.minutes) >= 14 && Number(values.minutes) <= 15)).toBe(
    true,
  );
  expect(await refusal(signIn({ email, password: PASSWORD }, VISITOR))).toMatchObject({ kind: "too_many" });
});

test("a parallel burst from one address over many accounts gets fifty tries", async () => {
  const from = { ...VISITOR, ipAddress: "2001:db8::7" };
  const attempts = await Promise.all(
    Array.from({ length: 60 }, () => refusal(signIn({ email: newEmail(), password: WRONG }, from))),
  );
  expect(attempts.filter(({ key }) => key === "tooManyAttempts")).toHaveLength(10);
});

test("signing in often is no attack, and limits hold no address in the clear", async () => {
  const { email } = await makePerson();
  for (let round = 0; round < 12; round++) await signIn({ email, password: PASSWORD }, VISITOR);
  const rows = await operator(({ db }) => db.select().from(rateLimits));
  expect(rows.every(({ key }) => /^[a-z-]+:[0-9a-f]{64}$/.test(key))).toBe(true);
});

test("revocation, expiry, role, status and school take effect on the very next look-up", async () => {
  const { email, userId, organizationId } = await makePerson({ role: "ORG_ADMIN" });
  const claims = await signIn({ email, password: PASSWORD }, VISITOR);
  const look = async () => {
    const session = await findSession(claims);
    return session && { role: session.user?.role, acts: actorOf(session, { ipAddress: null }) !== undefined };
  };
  const me = and(eq(users.organizationId, organizationId), eq(users.id, userId));
  const school = eq(organizations.id, organizationId);
  const mine = eq(sessions.id, claims.sessionId);
  const now = new Date();

  expect(await look()).toEqual({ role: "ORG_ADMIN", acts: true });
  await operator(({ db }) => db.update(users).set({ role: "STUDENT" }).where(me));
  expect(await look()).toEqual({ role: "STUDENT", acts: true });
  await operator(({ db }) => db.update(users).set({ status: "suspended" }).where(me));
  expect(await look()).toEqual({ role: "STUDENT", acts: false });
  await operator(({ db }) => db.update(users).set({ status: "active" }).where(me));
  await operator(({ db }) => db.update(organizations).set({ status: "suspended" }).where(school));
  expect(await look()).toEqual({ role: "STUDENT", acts: false });
  await operator(({ db }) => db.update(organizations).set({ status: "active" }).where(school));
  expect(await look()).toEqual({ role: "STUDENT", acts: true });
  await operator(({ db }) => db.update(users).set({ leftAt: now }).where(me));
  expect(await look()).toEqual({ role: undefined, acts: false });
  await operator(({ db }) => db.update(sessions).set({ expiresAt: now }).where(mine));
  expect(await look()).toBeUndefined();
  const again = await signIn({ email, password: PASSWORD }, VISITOR);
  await operator(({ db }) =>
    db.update(sessions).set({ revokedAt: now }).where(eq(sessions.id, again.sessionId)),
  );
  expect(await findSession(again)).toBeUndefined();
});

test("a session's id is worth nothing with another account's", async () => {
  const [mine, theirs] = [await makePerson(), await makePerson()];
  const opened = await signIn({ email: mine.email, password: PASSWORD }, VISITOR);
  expect(await findSession({ ...opened, accountId: theirs.accountId })).toBeUndefined();
  await signOut({ ...opened, accountId: theirs.accountId });
  expect(await findSession(opened)).toBeDefined();
});

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
