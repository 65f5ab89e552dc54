import { expect, test } from "vitest";
import { findSession } from "@/server/auth/session";
import { accountOf, actsOf, bothLinks, changesOf, confirm } from "../../../../tests/support/email-change";
import {
  enter,
  makePerson,
  newEmail,
  PASSWORD,
  peopleDatabase,
  refusal,
  tokenFor,
  VISITOR,
} from "../../../../tests/support/people";
import { stopEmailChange } from "./confirm-email-change";
import { requestEmailChange } from "./request-email-change";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";

await peopleDatabase();

test("“it was not me” gives the change up and ends every session, by the present address's link alone", async () => {
  const { accountId, email, claims, oldToken, newToken } = await bothLinks();
  expect(await refusal(stopEmailChange({ token: newToken }, VISITOR))).toMatchObject({ key: "link.invalid" });
  await confirm(newToken);
  expect(await stopEmailChange({ token: oldToken }, VISITOR)).toEqual({ email, ended: 1 });
  expect(await findSession(claims)).toBeUndefined();
  expect(await refusal(confirm(oldToken))).toMatchObject({ key: "emailChange.stopped" });
  expect((await accountOf(accountId))?.email).toBe(email);
  expect((await actsOf(accountId)).map(({ action }) => action)).toContain("account.email_change_stopped");
});

test("“it was not me” by an older message ends the change that has taken its place", async () => {
  const { oldToken, who, accountId } = await bothLinks();
  await requestEmailChange(who, { email: newEmail(), password: PASSWORD });
  await stopEmailChange({ token: oldToken }, VISITOR);
  const rows = await changesOf(accountId);
  expect(rows.every(({ cancelledAt }) => cancelledAt !== null)).toBe(true);
});

test("after the change has taken effect “it was not me” says where to turn", async () => {
  const { oldToken, newToken } = await bothLinks();
  await confirm(oldToken);
  await confirm(newToken);
  expect(await refusal(stopEmailChange({ token: oldToken }, VISITOR))).toMatchObject({
    key: "emailChange.done",
  });
});

test("a link for a new password that the old mailbox has is used up", async () => {
  const { email, oldToken, newToken } = await bothLinks();
  await requestPasswordReset({ email }, VISITOR);
  const reset = await tokenFor(email);
  await confirm(oldToken);
  await confirm(newToken);
  expect(await refusal(resetPassword({ token: reset, password: "Turpial azul 9" }, VISITOR))).toMatchObject({
    key: "link.used",
  });
});

test("a new password by link gives up a change that whoever had the old one asked for", async () => {
  const { email, newToken, oldToken } = await bothLinks();
  await requestPasswordReset({ email }, VISITOR);
  await resetPassword({ token: await tokenFor(email), password: "Turpial azul 9" }, VISITOR);
  for (const token of [oldToken, newToken])
    expect(await refusal(confirm(token))).toMatchObject({ key: "emailChange.stopped" });
});

test("messages are limited for the account and for the address that is written to", async () => {
  const { email } = await makePerson();
  const { who } = await enter(email);
  const tries = await Promise.allSettled(
    Array.from({ length: 7 }, () => requestEmailChange(who, { email: newEmail(), password: PASSWORD })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  const target = newEmail();
  const people = await Promise.all(Array.from({ length: 7 }, () => makePerson()));
  const answers = await Promise.allSettled(
    people.map(async (person) =>
      requestEmailChange((await enter(person.email)).who, { email: target, password: PASSWORD }),
    ),
  );
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(2);
});

test("an account without a school changes its address too", async () => {
  const person = await makePerson({ member: false });
  const { who } = await enter(person.email);
  const next = newEmail();
  await requestEmailChange(who, { email: next, password: PASSWORD });
  await confirm(await tokenFor(person.email));
  expect((await confirm(await tokenFor(next))).state).toBe("done");
  expect((await accountOf(person.accountId))?.email).toBe(next);
});
