import { and, eq } from "drizzle-orm";
import { decodeJwt } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { accountPasswords, sessions } from "@/db/schema/core/accounts";
import { auditEvents } from "@/db/schema/core/audit";
import { organizations } from "@/db/schema/core/organizations";
import { refreshTokens } from "@/db/schema/core/programs";
import { users } from "@/db/schema/core/users";
import { hashPassword } from "@/lib/password-hash";
import type { Grant } from "@/server/services/api-session";
import { signAccessToken } from "@/server/services/api-session/access-token";
import { useTestDatabase } from "../support/database";
import { addMember } from "../support/look";
import { asOperator } from "../support/operator";
import { makeSchool, type TestPerson } from "../support/schools";
import { as, ask, tokenOf } from "./client";

const { urls } = await useTestDatabase();
const PASSWORD = "Colibri verde 7";
const passwordHash = hashPassword(PASSWORD);
const master = await makeSchool(urls.operator);
const ours = await makeSchool(urls.operator);

/** Somebody of our school who can sign in. */
async function signer(): Promise<TestPerson> {
  const person = await addMember(urls.operator, ours, { role: "ORG_ADMIN" });
  const hash = await passwordHash;
  await asOperator(urls.operator, ({ db }) =>
    db.insert(accountPasswords).values({ accountId: person.accountId, passwordHash: hash }),
  );
  return person;
}

const post = (body: unknown, host?: string) =>
  ask("/auth/token", { method: "POST", body, ...(host !== undefined && { host }) });
const refresh = (token: string, host?: string) =>
  post({ grant_type: "refresh_token", refresh_token: token }, host);
const byPassword = ({ email }: { email: string }, password = PASSWORD) => ({ email, password });

async function grant(person: TestPerson, host?: string): Promise<Grant> {
  const answer = await post(byPassword(person), host);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Grant;
}

const statusOf = async (token: string, host?: string) =>
  (await ask("/organizations/me", { token, ...(host !== undefined && { host }) })).status;

describe("signing in", () => {
  test("gives a token of fifteen minutes for the person's school, and one to renew it", async () => {
    const person = await signer();
    const given = await grant(person);
    expect(given).toMatchObject({ token_type: "Bearer", expires_in: 900 });
    const { sub, aud, sid, iat = 0, exp = 0, jti } = decodeJwt(given.access_token);
    expect([sub, aud, exp - iat]).toEqual([person.accountId, ours.id, 900]);
    expect(jti).toBeDefined();
    expect(await statusOf(given.access_token)).toBe(200);
    const [session] = await asOperator(urls.operator, ({ db }) =>
      db
        .select()
        .from(sessions)
        .where(eq(sessions.id, String(sid))),
    );
    expect(session).toMatchObject({ kind: "api", accountId: person.accountId, organizationId: null });
  });

  test("answers an unknown address and a wrong password alike", async () => {
    const person = await signer();
    const wrong = await post(byPassword(person, "Otra clave segura 9"));
    const unknown = await post(byPassword({ email: "nobody@people.example" }));
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  test("is limited as the form is", async () => {
    const person = await signer();
    const tries = await Promise.all(
      Array.from({ length: 11 }, () => post(byPassword(person, "Otra clave segura 9"))),
    );
    const statuses = tries.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1);
    const refused = await post(byPassword(person));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("opens nothing for who is suspended", async () => {
    const person = await signer();
    await asOperator(urls.operator, ({ db }) =>
      db.update(users).set({ status: "suspended" }).where(eq(users.id, person.id)),
    );
    expect((await post(byPassword(person))).status).toBe(403);
    const open = await asOperator(urls.operator, ({ db }) =>
      db.select().from(sessions).where(eq(sessions.accountId, person.accountId)),
    );
    expect(open.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  });

  test("says which field is wrong, and names none that it does not know", async () => {
    const answer = await post({ email: "x", password: "", extra: 1 });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field).sort()).toEqual(["email", "extra", "password"]);
  });
});

describe("a refresh token", () => {
  test("works once, for the next pair", async () => {
    const first = await grant(await signer());
    const answer = await refresh(first.refresh_token);
    expect(answer.status).toBe(200);
    const second = (await answer.json()) as Grant;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(decodeJwt(second.access_token).sid).toBe(decodeJwt(first.access_token).sid);
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  test("that was used already ends the session, and the log tells", async () => {
    const person = await signer();
    const first = await grant(person);
    const second = (await (await refresh(first.refresh_token)).json()) as Grant;
    expect(await statusOf(second.access_token)).toBe(200);
    expect((await refresh(first.refresh_token)).status).toBe(401);
    expect(await statusOf(second.access_token)).toBe(401);
    expect((await refresh(second.refresh_token)).status).toBe(401);
    const [event] = await asOperator(urls.operator, ({ db }) =>
      db
        .select()
        .from(auditEvents)
        .where(
          and(
            eq(auditEvents.action, "account.refresh_reused"),
            eq(auditEvents.actorAccountId, person.accountId),
          ),
        ),
    );
    expect(event).toMatchObject({ organizationId: ours.id, via: "api" });
  });

  test("that comes many times at once works for one, and ends the session", async () => {
    const { refresh_token: token, access_token: access } = await grant(await signer());
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(token)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.every(({ status }) => status === 200 || status === 401)).toBe(true);
    expect(await statusOf(access)).toBe(401);
  });

  test("is told apart from no token in no way", async () => {
    const { refresh_token: token } = await grant(await signer());
    await refresh(token);
    const [used, none] = await Promise.all([refresh(token), refresh("A".repeat(43))]);
    expect(await used.text()).toBe(await none.text());
  });
});

test("what is over of an account goes when it signs in again", async () => {
  const person = await signer();
  await grant(person);
  const tokens = () =>
    asOperator(urls.operator, ({ db }) =>
      db.select().from(refreshTokens).where(eq(refreshTokens.accountId, person.accountId)),
    );
  await asOperator(urls.operator, ({ db }) =>
    db
      .update(refreshTokens)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(refreshTokens.accountId, person.accountId)),
  );
  await grant(person);
  expect((await tokens()).map(({ expiresAt }) => expiresAt > new Date())).toEqual([true]);
});

describe("a session ends", () => {
  test.each(["access_token", "refresh_token"] as const)("by its %s", async (kind) => {
    const given = await grant(await signer());
    const revoke = (token: string) => as(undefined).post("/auth/revoke", { token });
    expect((await revoke(given[kind])).status).toBe(204);
    expect(await statusOf(given.access_token)).toBe(401);
    expect((await refresh(given.refresh_token)).status).toBe(401);
    expect((await revoke("unknown")).status).toBe(204);
  });

  test("with its row, whatever the token says", async () => {
    const { access_token: token } = await grant(await signer());
    await asOperator(urls.operator, ({ db }) =>
      db
        .update(sessions)
        .set({ revokedAt: new Date() })
        .where(eq(sessions.id, String(decodeJwt(token).sid))),
    );
    expect(await statusOf(token)).toBe(401);
  });

  test("in effect, with a role that is taken away", async () => {
    const person = await signer();
    const { access_token: token } = await grant(person);
    const people = `/organizations/${ours.id}/users`;
    expect((await as(token).get(people)).status).toBe(200);
    await asOperator(urls.operator, ({ db }) =>
      db.update(users).set({ role: "STUDENT" }).where(eq(users.id, person.id)),
    );
    expect((await as(token).get(people)).status).toBe(403);
  });
});

describe("a token is of one school", () => {
  test("whatever its audience says", async () => {
    const { access_token: token } = await grant(await signer());
    const { sid, sub } = decodeJwt(token);
    const forged = { sessionId: String(sid), accountId: String(sub), organizationId: master.id };
    const answer = await as(await signAccessToken(forged)).get("/organizations/me");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"');
  });

  test("at its own address alone, where schools have their own", async () => {
    const person = await signer();
    const here = `${ours.slug}.localhost:3000`;
    const there = `${master.slug}.localhost:3000`;
    const given = await grant(person, here);
    expect(await statusOf(given.access_token, here)).toBe(200);
    expect(await statusOf(given.access_token, there)).toBe(401);
    expect(await statusOf(given.access_token)).toBe(401);
    expect((await refresh(given.refresh_token, there)).status).toBe(401);
    expect((await refresh(given.refresh_token, here)).status).toBe(200);
    expect((await post(byPassword(person), there)).status).toBe(401);
    expect(await statusOf(await tokenOf(urls.operator, ours, person), here)).toBe(401);
  });

  test("and nobody's at an address that no school has", async () => {
    const token = await tokenOf(urls.operator, ours, ours.people.ORG_ADMIN);
    expect(await statusOf(token, "no-such-school.localhost:3000")).not.toBe(200);
    expect((await post(byPassword(ours.people.ORG_ADMIN), "no-such-school.localhost:3000")).status).toBe(404);
  });
});

describe("what is no bearer", () => {
  test("a cookie is nobody, whatever it holds", async () => {
    const token = await tokenOf(urls.operator, ours, ours.people.ORG_ADMIN);
    const cookie = `homeroom.session=${token}; authorization=Bearer ${token}`;
    expect((await ask("/organizations/me", { headers: { cookie } })).status).toBe(401);
  });

  test.each(["Basic eDp5", "Bearer", "Bearer a b", "bearer ..", `Bearer ${"x".repeat(5_000)}`])(
    "%s",
    async (authorization) => {
      expect((await ask("/organizations/me", { headers: { authorization } })).status).toBe(401);
    },
  );
});

describe("a school that is suspended", () => {
  const host = () => `${closed.slug}.localhost:3000`;
  let closed: Awaited<ReturnType<typeof makeSchool>>;
  beforeAll(async () => {
    closed = await makeSchool(urls.operator);
    await asOperator(urls.operator, ({ db }) =>
      db.update(organizations).set({ status: "suspended" }).where(eq(organizations.id, closed.id)),
    );
  });

  test("answers its programs that it is closed for a moment", async () => {
    const answer = await post(byPassword(closed.people.ORG_ADMIN), host());
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("lets nobody in by a token that was good", async () => {
    const token = await tokenOf(urls.operator, closed, closed.people.ORG_ADMIN);
    expect(await statusOf(token)).toBe(403);
  });
});
