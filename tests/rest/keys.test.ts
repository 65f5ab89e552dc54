import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import type { OperatorTx } from "@/db/operator";
import { apiKeys } from "@/db/schema/core/programs";
import { users } from "@/db/schema/core/users";
import { createApiKeyInput } from "@/domain/api-key";
import { API_KEY_PERMISSIONS, type ApiKeyPermission, MAX_API_KEYS } from "@/domain/api-key-list";
import { newId } from "@/lib/ids";
import { contextFor } from "@/server/context";
import { DomainError } from "@/server/errors";
import { PROBES, type ProcedurePath } from "@/server/isolation/probes";
import { appRouter, createCaller } from "@/server/root";
import { createApiKey, listApiKeys, revokeApiKey } from "@/server/services/api-key";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { addMember, eventsAbout } from "../support/look";
import { asOperator } from "../support/operator";
import { makeSchool, type TestPerson, type TestSchool } from "../support/schools";
import { as, ask } from "./client";

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);

const make = (
  school: TestSchool,
  maker: TestPerson,
  permissions: readonly ApiKeyPermission[] = API_KEY_PERMISSIONS,
) => createApiKey(school.actor(maker), { name: "Timetable", permissions: [...permissions], days: 30 });
const operator = <T>(fn: (tx: OperatorTx) => Promise<T>) => asOperator(urls.operator, fn);
const keyRow = async (id: string) =>
  (await operator(({ db }) => db.select().from(apiKeys).where(eq(apiKeys.id, id))))[0];
const statusOf = async (key: string, path = "/organizations/me") => (await as(key).get(path)).status;
const kindOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof DomainError ? error.key : String(error)),
  );

describe.each(["app", APART])("keys of a school in %s", async (placement) => {
  const ours = await makeSchool(urls.operator, placement);
  const theirs = await makeSchool(urls.operator, placement);
  const admin = ours.people.ORG_ADMIN;
  const path = `/organizations/${ours.id}`;

  test("act as their maker, for their school alone", async () => {
    const { key } = await make(ours, admin);
    const client = as(key);
    for (const at of ["", "/users", "/classes", "/invitations", "/stats"])
      expect((await client.get(path + at)).status, at).toBe(200);
    const { headers } = await client.get(path);
    const changed = await client.put(
      path,
      { description: "By key" },
      { "if-match": headers.get("etag") ?? "" },
    );
    expect(changed.status).toBe(200);
    const [event] = (await eventsAbout(urls.operator, ours, ours.id)).slice(-1);
    expect(event).toMatchObject({
      action: "organization.updated",
      actorName: "Timetable",
      actorUserId: admin.id,
      onBehalfOf: admin.name,
      via: "api",
    });
    expect(await statusOf(key, `/organizations/${theirs.id}`)).toBe(404);
    const host = `${theirs.slug}.localhost:3000`;
    expect((await ask("/organizations/me", { token: key, host })).status).toBe(401);
    expect((await ask(path, { token: key, host: `${ours.slug}.localhost:3000` })).status).toBe(200);
  });

  test("do what they were given and nothing else", async () => {
    const { key } = await make(ours, admin, ["user:list"]);
    expect(await statusOf(key, `${path}/users`)).toBe(200);
    for (const at of ["", "/classes", "/invitations", "/stats"])
      expect(await statusOf(key, path + at), at).toBe(403);
  });

  test("are on the platform nobody's, whoever made them", async () => {
    const { key } = await make(master, master.people.ADMIN);
    expect(await statusOf(key)).toBe(200);
    expect(await statusOf(key, "/admin/organizations")).toBe(403);
    expect(await statusOf(key, `/organizations/${ours.id}`)).toBe(404);
  });

  test("shrink and end with what their maker may", async () => {
    const maker = await addMember(urls.operator, ours, { role: "ORG_ADMIN" });
    const { id, key } = await make(ours, maker);
    const change = (set: Partial<typeof users.$inferInsert>) =>
      operator(({ db }) => db.update(users).set(set).where(eq(users.id, maker.id)));
    const stateNow = async () => (await listApiKeys(ours.actor(admin))).find((each) => each.id === id)?.state;
    await change({ role: "COACH" });
    expect(await statusOf(key, `${path}/users`)).toBe(403);
    const { rows } = await (await as(key).get(`${path}/classes`)).json();
    expect(rows).toEqual([]);
    await change({ role: "ORG_ADMIN", status: "suspended" });
    expect(await statusOf(key)).toBe(401);
    expect(await stateNow()).toBe("asleep");
    await change({ status: "active" });
    expect(await statusOf(key)).toBe(200);
    expect(await stateNow()).toBe("working");
    await change({ leftAt: new Date() });
    expect(await statusOf(key)).toBe(401);
  });

  test("end when they are revoked, and when their time is over", async () => {
    const first = await make(ours, admin);
    expect(await statusOf(first.key)).toBe(200);
    await revokeApiKey(ours.actor(admin), first);
    await revokeApiKey(ours.actor(admin), first);
    expect(await statusOf(first.key)).toBe(401);
    const events = await eventsAbout(urls.operator, ours, first.id);
    expect(events.map(({ action }) => action)).toEqual(["key.created", "key.revoked"]);
    const second = await make(ours, admin);
    await operator(({ db }) =>
      db
        .update(apiKeys)
        .set({ expiresAt: new Date(Date.now() - 1) })
        .where(eq(apiKeys.id, second.id)),
    );
    expect(await statusOf(second.key)).toBe(401);
    const states = Object.fromEntries(
      (await listApiKeys(ours.actor(admin))).map(({ id, state }) => [id, state]),
    );
    expect([states[first.id], states[second.id]]).toEqual(["revoked", "expired"]);
    expect(await kindOf(revokeApiKey(theirs.actor(theirs.people.ORG_ADMIN), second))).toBe("notFound");
  });

  test("are kept nowhere but as a hash", async () => {
    const { id, key } = await make(ours, admin);
    const secret = key.slice("hr_12345678_".length);
    expect(key).toMatch(/^hr_[a-z0-9]{8}_[\w-]{43}$/);
    const sql = connect(urls.operator);
    const [keys, events] = await Promise.all([
      sql`select k::text as row from core.api_keys k`,
      sql`select e::text as row from core.audit_events e where subject_id = ${id}`,
    ]);
    await sql.end();
    expect(events.length).toBe(1);
    expect(JSON.stringify([keys, events])).not.toContain(secret);
    expect(JSON.stringify(await listApiKeys(ours.actor(admin)))).not.toContain(secret);
  });

  test("note when they are used, every five minutes at most", async () => {
    const { id, key } = await make(ours, admin);
    expect((await keyRow(id))?.lastUsedAt).toBeNull();
    await statusOf(key);
    const first = (await keyRow(id))?.lastUsedAt;
    expect(first).toBeInstanceOf(Date);
    await statusOf(key);
    expect((await keyRow(id))?.lastUsedAt).toEqual(first);
    const before = new Date(Date.now() - 6 * 60_000);
    await operator(({ db }) => db.update(apiKeys).set({ lastUsedAt: before }).where(eq(apiKeys.id, id)));
    await statusOf(key);
    expect((await keyRow(id))?.lastUsedAt?.getTime()).toBeGreaterThan(before.getTime());
  });
});

describe("making one", () => {
  test("asks for a name, a permission and at most a year", () => {
    const good = { name: " Timetable ", permissions: ["user:list", "user:list"], days: 365 };
    expect(createApiKeyInput.parse(good)).toEqual({
      name: "Timetable",
      permissions: ["user:list"],
      days: 365,
    });
    for (const bad of [{ days: 366 }, { days: 0 }, { name: " " }, { permissions: [] }])
      expect(createApiKeyInput.safeParse({ ...good, ...bad }).success).toBe(false);
    for (const permission of ["api-key:manage", "organization:delete", "class:manage"])
      expect(createApiKeyInput.safeParse({ ...good, permissions: [permission] }).success).toBe(false);
  });

  test("is not for who visits the school, nor for more than one may", async () => {
    const ours = await makeSchool(urls.operator);
    const visitor = { ...ours.actor(ours.people.ORG_ADMIN), userId: null };
    const wanted = { name: "x", permissions: ["user:list" as const], days: 1 };
    expect(await kindOf(createApiKey(visitor, wanted))).toBe("apiKey.visitor");
    expect(await kindOf(createApiKey(ours.actor(ours.people.COACH), wanted))).toBe("apiKey.notYours");
  });

  test("ends at fifty that work, however many come at once", async () => {
    const ours = await makeSchool(urls.operator);
    const attempts = Array.from({ length: MAX_API_KEYS + 10 }, () =>
      kindOf(make(ours, ours.people.ORG_ADMIN)),
    );
    const answers = await Promise.all(attempts);
    expect(answers.filter((answer) => answer === "done").length).toBe(MAX_API_KEYS);
    expect(new Set(answers)).toEqual(new Set(["done", "apiKey.tooMany"]));
  });
});

describe("the ladder", () => {
  const metas = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
    path: path as ProcedurePath,
    meta: Reflect.get(procedure, "_def").meta as object,
  }));

  test("opens no procedure to a key that was given nothing, but what is open to all", async () => {
    const context = {
      ...contextFor(undefined, { ipAddress: null, userAgent: null }),
      actor: master.actor(master.people.ADMIN),
      permissions: new Set<never>(),
    };
    const target = new Proxy({}, { get: () => newId() }) as never;
    for (const { path, meta } of metas.filter((each) => !("public" in each.meta))) {
      const [group = "", name = ""] = path.split(".");
      const procedures = Reflect.get(createCaller(context), group) as Record<
        string,
        (input: unknown) => Promise<unknown>
      >;
      const code = await procedures[name]?.(PROBES[path].input?.(target)).then(
        () => "done",
        (error: { code: string }) => error.code,
      );
      expect(code, path).toBe("account" in meta ? "UNAUTHORIZED" : "FORBIDDEN");
    }
  });
});
