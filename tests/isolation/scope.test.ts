import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { appPool, connect } from "@/db/client";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { classes } from "@/db/schema/tenant/classes";
import { atGate, inOrganization, onPlatform, readAtGate, readInOrganization } from "@/db/scope";
import { newId } from "@/lib/ids";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { asOperator } from "../support/operator";
import { makeSchool } from "../support/schools";

const { urls } = await useTestDatabase();
const ours = await makeSchool(urls.operator);
const theirs = await makeSchool(urls.operator, APART);
const neighbour = await makeSchool(urls.operator);
const admin = ours.actor(ours.people.ORG_ADMIN);
const bare = connect(urls.app);
afterAll(() => bare.end());

const insertClass = (organizationId: string, name: string) => ({
  organizationId,
  id: newId(),
  name,
  sortKey: name,
});

describe("the login without a scope", () => {
  test.each([
    "select * from core.organizations",
    "select * from core.users",
    "select * from core.accounts",
    "select * from core.account_passwords",
    "select * from core.audit_events",
    "select * from app.classes",
    `select * from ${APART}.classes`,
    "select * from graphile_worker._private_jobs",
    "insert into core.rate_limits (key) values ('x')",
    "update core.organizations set name = 'x'",
    "delete from app.classes",
    "truncate app.classes",
    "create table core.mine (id int)",
    "create temporary table mine (id int)",
    "select core.enqueue('send-invitations', '{}')",
    "set role homeroom_owner",
    "set role homeroom_operator",
    "set role homeroom_worker",
  ])("is refused %s", async (statement) => {
    await expect(bare.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
  });

  test("finds nothing of a scope that went before on its connection", async () => {
    await inOrganization(admin, (tx) => tx.db.select().from(classes));
    const [after] = await appPool().unsafe(
      `select current_user as role, current_setting('app.organization_id', true) as organization,
         current_setting('search_path') as path`,
    );
    expect(after).toMatchObject({ role: "homeroom_app", path: '"$user", public' });
    expect(after?.organization || null).toBeNull();
  });
});

describe("inside a school", () => {
  test.each([
    ["shared", ours, neighbour],
    ["apart", theirs, ours],
  ])("(%s) only its own rows are there", async (_, school, other) => {
    const actor = school.actor(school.people.ORG_ADMIN);
    await inOrganization(actor, async ({ db }) => {
      const [people, rooms, schools] = [
        await db.select({ id: users.organizationId }).from(users),
        await db.select({ id: classes.organizationId }).from(classes),
        await db.select({ id: organizations.id }).from(organizations),
      ];
      for (const row of [...people, ...rooms, ...schools]) expect(row.id).toBe(school.id);
      expect(people).toHaveLength(5);
      expect(rooms).toHaveLength(2);
      expect(await db.select().from(users).where(eq(users.organizationId, other.id))).toEqual([]);
    });
  });

  test("another school's rows can be neither made, changed nor erased", async () => {
    const attempt = (statement: ReturnType<typeof sql>) =>
      inOrganization(admin, ({ db }) => db.execute(statement));
    await expect(
      inOrganization(admin, ({ db }) => db.insert(classes).values(insertClass(neighbour.id, "smuggled"))),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(
      (await attempt(sql`update core.users set name = 'x' where organization_id = ${neighbour.id}`)).count,
    ).toBe(0);
    expect((await attempt(sql`delete from classes where organization_id = ${neighbour.id}`)).count).toBe(0);
    await expect(attempt(sql`update classes set organization_id = ${neighbour.id}`)).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });

  test("a reference to another school's row does not hold, though its id is known", async () => {
    const reference = inOrganization(admin, ({ db }) =>
      db.execute(sql`insert into enrollments (organization_id, id, class_id, user_id)
        values (${ours.id}, ${newId()}, ${ours.classes.other}, ${neighbour.people.STUDENT.id})`),
    );
    await expect(reference).rejects.toMatchObject({ cause: { code: "23503" } });
  });

  test("no other role can be taken, and no other school's placement is reachable", async () => {
    for (const statement of [
      sql`set local role homeroom_operator`,
      sql`select * from core.account_passwords`,
    ]) {
      await expect(inOrganization(admin, ({ db }) => db.execute(statement))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    }
    const across = await inOrganization(admin, ({ db }) =>
      db.execute(sql.raw(`select * from ${APART}.classes`)),
    );
    expect(across).toHaveLength(0);
  });

  test("the session's own account is seen, nobody else's", async () => {
    const found = await inOrganization(admin, ({ db }) => db.execute(sql`select id from core.accounts`));
    expect(found.map((row) => row.id)).toEqual([admin.accountId]);
  });

  test("an actor with a stale placement works where the school is now", async () => {
    const actor = { ...theirs.actor(theirs.people.ORG_ADMIN), placement: "app" };
    const found = await inOrganization(actor, async (tx) => [
      tx.actor.placement,
      await tx.db.$count(classes, eq(classes.organizationId, theirs.id)),
    ]);
    expect(found).toEqual([APART, 2]);
  });

  test("an unknown school has no scope", async () => {
    const work = inOrganization({ ...admin, organizationId: newId() }, async () => "done");
    await expect(work).rejects.toThrow("No such organization");
  });

  test.each(["' or true --", "x", "", "01936d2e-7f5c-7000-8000-00000000000G"])(
    "%j is no organization",
    async (organizationId) => {
      await expect(inOrganization({ ...admin, organizationId }, async () => "done")).rejects.toThrow(
        "Not a uuid",
      );
    },
  );

  test.each(["core", "public", "app, core", 'app"', "graphile_worker"])(
    "%j is no placement",
    async (placement) => {
      await expect(inOrganization({ ...admin, placement }, async () => "done")).rejects.toThrow(
        "Not a placement",
      );
    },
  );
});

describe("a transaction", () => {
  const named = (name: string) =>
    inOrganization(admin, ({ db }) => db.$count(classes, eq(classes.name, name)));

  test("that throws leaves nothing", async () => {
    const failing = inOrganization(admin, async ({ db }) => {
      await db.insert(classes).values(insertClass(ours.id, "rolled back"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await named("rolled back")).toBe(0);
  });

  test("whose failed statement is swallowed is not taken for a success", async () => {
    const swallowing = inOrganization(admin, async ({ db }) => {
      await db.insert(classes).values(insertClass(ours.id, "swallowed"));
      await db.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow("rolled back");
    expect(await named("swallowed")).toBe(0);
  });

  test("on both planes is one: what a school wrote goes with what the platform wrote", async () => {
    const actor = { accountId: null, userId: null, name: "Test", role: "ADMIN", ipAddress: null } as const;
    const failing = onPlatform(actor, async (tx) => {
      await tx.db.update(organizations).set({ plan: "PRO" }).where(eq(organizations.id, theirs.id));
      await tx.enter(theirs.id, ({ db }) => db.insert(classes).values(insertClass(theirs.id, "both planes")));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    const left = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(APART);
      const [school] = await tx.db.select().from(organizations).where(eq(organizations.id, theirs.id));
      return [school?.plan, await tx.db.$count(classes, eq(classes.name, "both planes"))];
    });
    expect(left).toEqual(["COMMUNITY", 0]);
  });

  test("on the platform reads no tenant table, before it entered a school and after it left", async () => {
    const actor = { accountId: null, userId: null, name: "Test", role: "ADMIN", ipAddress: null } as const;
    const peek = sql.raw(`select * from ${APART}.classes`);
    await expect(onPlatform(actor, ({ db }) => db.execute(peek))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    const after = onPlatform(actor, async (tx) => {
      expect(await tx.enter(theirs.id, ({ db }) => db.$count(classes))).toBe(2);
      await tx.db.execute(peek);
    });
    await expect(after).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("whose connection is lost fails, and the pool goes on", async () => {
    const lost = inOrganization(admin, async ({ db }) => {
      const [row] = await db.execute(sql`select pg_backend_pid() as pid`);
      const owner = connect(urls.owner);
      await owner`select pg_terminate_backend(${Number(row?.pid)})`.finally(() => owner.end());
      return db.$count(classes);
    });
    await expect(lost).rejects.toThrow();
    const again = await Promise.all(Array.from({ length: 40 }, () => named("nothing")));
    expect(again).toEqual(Array.from({ length: 40 }, () => 0));
  });
});

describe("a scope that only reads", () => {
  test("is refused every write, and leaves its connection as it was", async () => {
    const write = readInOrganization(admin, ({ db }) =>
      db.insert(classes).values(insertClass(ours.id, "Unwritten")),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
    await inOrganization(admin, ({ db }) => db.insert(classes).values(insertClass(ours.id, "Written")));
  });

  test("works where the school is now", async () => {
    const actor = { ...theirs.actor(theirs.people.ORG_ADMIN), placement: "app" };
    const found = await readInOrganization(actor, async (tx) => [
      tx.actor.placement,
      await tx.db.$count(classes),
    ]);
    expect(found).toEqual([APART, 2]);
  });
});

describe("the gate", () => {
  test("shows the rows that it can name, and no others", async () => {
    const { email, accountId } = ours.people.COACH;
    const see = (keys: Parameters<typeof atGate>[0]) =>
      atGate(keys, async ({ db }) => [
        (await db.execute(sql`select id from core.accounts`)).length,
        (await db.execute(sql`select id from core.users`)).length,
      ]);
    expect(await see({})).toEqual([0, 0]);
    expect(await see({ email })).toEqual([1, 0]);
    expect(await see({ email, accountId })).toEqual([1, 1]);
  });

  test("takes an address with an apostrophe, and nothing that could end a literal", async () => {
    const settings = await readAtGate(
      { email: "d'souza@x.example" },
      "select current_setting('app.email') as email",
    );
    expect(settings).toEqual([{ email: "d'souza@x.example" }]);
    for (const email of ["a\\'; drop", "a b", "a\n", "ñ@x.example", `'${"x".repeat(400)}`])
      await expect(atGate({ email }, async () => "in")).rejects.toThrow("Not a value");
  });

  test("gives nobody a role", async () => {
    const { accountId, email } = neighbour.people.STUDENT;
    const insert = atGate({ accountId, email }, ({ db }) =>
      db.execute(sql`insert into core.users (organization_id, id, account_id, name, email, sort_key, search_key, role)
        values (${ours.id}, ${newId()}, ${accountId}, 'x', ${email}, 'x', 'x', 'ADMIN')`),
    );
    await expect(insert).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

test("the queue stamps the organization itself", async () => {
  await inOrganization(admin, ({ db }) =>
    db.execute(
      sql`select core.enqueue('test', ${JSON.stringify({ organizationId: theirs.id, a: 1 })}::jsonb)`,
    ),
  );
  const worker = connect(urls.worker);
  const [job] =
    await worker`select payload from graphile_worker._private_jobs where payload ->> 'a' = '1'`.finally(() =>
      worker.end(),
    );
  expect(job?.payload).toEqual({ a: 1, organizationId: ours.id });
});
