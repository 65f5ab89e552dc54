import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, sessions, tokens } from "@/db/schema/core/accounts";
import { auditEvents } from "@/db/schema/core/audit";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { findSession } from "@/server/auth/session";
import {
  deliverMail,
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
import { register } from "./register";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { verifyEmail } from "./verify-email";

await peopleDatabase();

const NEXT = "Turpial azul 9";

function newcomer(email = newEmail()) {
  return { name: "Íngrid Sáez", email, password: PASSWORD, locale: "es" as const };
}

async function registered() {
  const { email } = newcomer();
  await register(newcomer(email), VISITOR);
  return { email, token: await tokenFor(email) };
}

async function resetAsked() {
  const person = await makePerson();
  await requestPasswordReset({ email: person.email }, VISITOR);
  return { ...person, token: await tokenFor(person.email) };
}

function accountsOf(email: string) {
  return operator(({ db }) => db.select().from(accounts).where(eq(accounts.email, email)));
}

function tokensOf(email: string) {
  return operator(({ db }) => db.select().from(tokens).where(eq(tokens.email, email)));
}

function expire(email: string) {
  return operator(({ db }) =>
    db
      .update(tokens)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(tokens.email, email)),
  );
}

/** Twenty at once: how many got through, and with which words the others were turned away. */
async function twenty(use: () => Promise<unknown>) {
  const results = await Promise.all(
    Array.from({ length: 20 }, () =>
      use().then(
        () => "done",
        (error: Error) => error.message,
      ),
    ),
  );
  return {
    done: results.filter((result) => result === "done").length,
    others: new Set(results.filter((result) => result !== "done")),
  };
}

test("nothing but a token exists until the link is used; then a student of the default school signs in", async () => {
  const { email, token } = await registered();
  expect(await accountsOf(email)).toEqual([]);
  expect(await refusal(signIn({ email, password: PASSWORD }, VISITOR))).toMatchObject({
    key: "signIn.refused",
  });
  expect(await verifyEmail({ token, password: PASSWORD }, VISITOR)).toEqual({ email });
  const session = await findSession(await signIn({ email, password: PASSWORD }, VISITOR));
  const [school] = await operator(({ db }) =>
    db.select().from(organizations).where(eq(organizations.isDefault, true)),
  );
  expect(session).toMatchObject({
    account: { name: "Íngrid Sáez", locale: "es" },
    user: { role: "STUDENT", tier: "COMMUNITY", status: "active" },
    organization: { id: school?.id },
  });
  const [row] = await operator(({ db }) => db.select().from(users).where(eq(users.email, email)));
  expect(row?.sortKey).toMatch(/^ingrid saez/);
  const [event] = await operator(({ db }) =>
    db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, row?.id ?? "")),
  );
  expect(event).toMatchObject({ action: "user.registered", organizationId: school?.id });
});

test("an address that has an account gets the same answer and work; its owner gets a notice without a link to confirm", async () => {
  const { email } = await makePerson();
  expect(await register(newcomer(email), VISITOR)).toBe(await register(newcomer(), VISITOR));
  expect(await tokensOf(email)).toHaveLength(1);
  await deliverMail();
  const [message] = await mailTo(email);
  expect(message?.text).toContain("/sign-in");
  expect(message?.text).not.toContain("token=");
});

test("only hashes are at rest, and neither they nor the queued job open anything", async () => {
  const { email } = newcomer();
  await register(newcomer(email), VISITOR);
  const [before] = await tokensOf(email);
  const token = await tokenFor(email);
  const [after] = await tokensOf(email);
  expect(before?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect(after?.tokenHash).not.toBe(before?.tokenHash);
  expect(JSON.stringify([before, after])).not.toContain(token);
  for (const stolen of [before?.tokenHash, after?.tokenHash, after?.id])
    expect(await refusal(verifyEmail({ token: stolen ?? "", password: PASSWORD }, VISITOR))).toMatchObject({
      key: "link.invalid",
    });
  expect(await verifyEmail({ token, password: PASSWORD }, VISITOR)).toEqual({ email });
});

test("confirming opens nothing to who registered with somebody else's address: the password is asked again", async () => {
  const { email, token } = await registered();
  const confirm = (password: string) => verifyEmail({ token, password }, VISITOR);
  expect(await refusal(confirm("not what was chosen"))).toMatchObject({
    key: "account.otherPassword",
    field: "password",
  });
  expect(await accountsOf(email)).toEqual([]);
  expect(await confirm(PASSWORD)).toEqual({ email });
});

test("of twenty parallel uses of a confirmation one makes one account, and the others are told", async () => {
  const { email, token } = await registered();
  expect(await twenty(() => verifyEmail({ token, password: PASSWORD }, VISITOR))).toEqual({
    done: 1,
    others: new Set(["link.used"]),
  });
  expect(await accountsOf(email)).toHaveLength(1);
});

test("two registrations of one address make one account, that of the link used first", async () => {
  const first = await registered();
  await register({ ...newcomer(first.email), name: "Somebody Else" }, VISITOR);
  const second = await tokenFor(first.email);
  const both = [
    verifyEmail({ token: first.token, password: PASSWORD }, VISITOR),
    verifyEmail({ token: second, password: PASSWORD }, VISITOR),
  ];
  const settled = await Promise.allSettled(both);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(settled.find((one) => one.status === "rejected")?.reason).toMatchObject({ key: "account.exists" });
  expect(await accountsOf(first.email)).toHaveLength(1);
});

test("a confirmation out of date is refused, and the same one in time is not", async () => {
  const late = await registered();
  await expire(late.email);
  expect(await refusal(verifyEmail({ token: late.token, password: PASSWORD }, VISITOR))).toMatchObject({
    key: "link.expired",
  });
  expect(await accountsOf(late.email)).toEqual([]);
  expect(await verifyEmail({ token: (await registered()).token, password: PASSWORD }, VISITOR)).toBeDefined();
});

test("a new password by link ends every session, is told to the owner, and lets in at once", async () => {
  const { email, accountId, token } = await resetAsked();
  const open = await signIn({ email, password: PASSWORD }, VISITOR);
  expect(await resetPassword({ token, password: NEXT }, VISITOR)).toEqual({ email });
  expect(await findSession(open)).toBeUndefined();
  expect(await refusal(signIn({ email, password: PASSWORD }, VISITOR))).toMatchObject({
    key: "signIn.refused",
  });
  expect(await findSession(await signIn({ email, password: NEXT }, VISITOR))).toBeDefined();
  await deliverMail();
  const messages = await mailTo(email);
  expect(messages).toHaveLength(2);
  expect(messages[0]?.text).toContain("/forgot-password");
  const mine = await operator(({ db }) =>
    db.select().from(auditEvents).where(eq(auditEvents.actorAccountId, accountId)),
  );
  expect(mine.map(({ action }) => action)).toContain("account.password_reset");
});

test("of twenty parallel uses of a reset one gets through, and other links of that address are used up with it", async () => {
  const { email, accountId, token } = await resetAsked();
  await requestPasswordReset({ email }, VISITOR);
  const other = await tokenFor(email);
  let round = 0;
  const { done, others } = await twenty(() =>
    resetPassword({ token, password: `${NEXT}${round++}` }, VISITOR),
  );
  expect([done, others]).toEqual([1, new Set(["link.used"])]);
  expect(await refusal(resetPassword({ token: other, password: NEXT }, VISITOR))).toMatchObject({
    key: "link.used",
  });
  const open = await operator(({ db }) =>
    db
      .select()
      .from(sessions)
      .where(and(eq(sessions.accountId, accountId))),
  );
  expect(open.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
});

test("a reset out of date, of another purpose or made up is refused", async () => {
  const { email, token } = await resetAsked();
  const confirmation = await registered();
  expect(await refusal(verifyEmail({ token, password: PASSWORD }, VISITOR))).toMatchObject({
    key: "link.invalid",
  });
  expect(await refusal(resetPassword({ token: confirmation.token, password: NEXT }, VISITOR))).toMatchObject({
    key: "link.invalid",
  });
  await expire(email);
  expect(await refusal(resetPassword({ token, password: NEXT }, VISITOR))).toMatchObject({
    key: "link.expired",
  });
  expect(await refusal(resetPassword({ token: "A".repeat(43), password: NEXT }, VISITOR))).toMatchObject({
    kind: "not_found",
    key: "link.invalid",
  });
  expect(await signIn({ email, password: PASSWORD }, VISITOR)).toBeDefined();
});

test("a reset for an address without an account answers the same, keeps the same row and sends nothing", async () => {
  const email = newEmail();
  await requestPasswordReset({ email }, VISITOR);
  await deliverMail();
  expect(await tokensOf(email)).toHaveLength(1);
  expect(await mailTo(email)).toEqual([]);
});

test("an address gets five messages an hour that visitors ask for, however many ask at once", async () => {
  const email = newEmail();
  const asked = await Promise.allSettled(
    Array.from({ length: 12 }, () => requestPasswordReset({ email }, VISITOR)),
  );
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  expect(await tokensOf(email)).toHaveLength(5);
});

test("who is locked out by wrong passwords is let in by a reset", async () => {
  const { email, token } = await resetAsked();
  await Promise.allSettled(Array.from({ length: 12 }, () => signIn({ email, password: "wrong" }, VISITOR)));
  expect(await refusal(signIn({ email, password: PASSWORD }, VISITOR))).toMatchObject({ kind: "too_many" });
  await resetPassword({ token, password: NEXT }, VISITOR);
  expect(await signIn({ email, password: NEXT }, VISITOR)).toBeDefined();
});
