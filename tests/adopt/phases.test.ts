import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { backfill } from "@/db/adopt/backfill";
import { contract } from "@/db/adopt/contract";
import { expand } from "@/db/adopt/expand";
import { rollback } from "@/db/adopt/rollback";
import { adoptionStatus } from "@/db/adopt/status";
import type { Step } from "@/db/adopt/step";
import { newId } from "@/lib/ids";
import { ROOT } from "../../scripts/lib/paths";
import { expectNothingLost } from "./comparison";
import { runOldCode } from "./old-code";
import { makeOldSchool, type OldSchool, oldRows, retired } from "./old-school";

vi.setConfig({ testTimeout: 120_000 });

let school: OldSchool;
afterEach(() => school.drop());

const given = (schema = "public") => ({
  from: schema,
  school: { slug: "samanes", name: "Los Samanes" },
  root: ROOT,
});
const phase = async () => (await adoptionStatus(school.urls.owner)).phase;

/** What stops the work at the nth part of a phase. */
function stopAt(nth: number): Step {
  let count = 0;
  return () => {
    count += 1;
    if (count === nth) throw new Error("stopped");
  };
}

/** Stops the phase at its first part, its second, and so on, until it comes through. Returns how often it was stopped. */
async function stoppedEverywhere(run: (step: Step) => Promise<unknown>): Promise<number> {
  for (let nth = 1; ; nth++) {
    const outcome = await run(stopAt(nth)).then(
      () => "done",
      (error: Error) => error.message,
    );
    if (outcome === "done") return nth - 1;
    expect(outcome).toBe("stopped");
  }
}

/** Every row that adopting left in the new tables. */
async function rowsInNewTables(): Promise<number> {
  const [row] =
    await school.look`select (select count(*) from core.users) + (select count(*) from core.accounts)
    + (select count(*) from app.classes) + (select count(*) from app.enrollments) + (select count(*) from app.class_coaches)
    + (select count(*) from core.workspaces) + (select count(*) from core.invitations)
    + (select count(*) from core.organizations) as count`;
  return Number(row?.count);
}

describe("each phase", () => {
  test("goes on where it was stopped, while the old code writes, from a schema of another name", async () => {
    school = await makeOldSchool({ schema: "escuela" });
    const { urls } = school;
    const oldCode = runOldCode(school, { seed: 7 });
    expect(await stoppedEverywhere((step) => expand(urls, given("escuela"), step))).toBe(9);
    await expect(expand(urls, given("escuela"))).rejects.toThrow("has been done");
    expect(await stoppedEverywhere((step) => backfill(urls.owner, { batchSize: 40 }, step))).toBeGreaterThan(
      6,
    );
    expect(await stoppedEverywhere((step) => contract(urls.owner, { root: ROOT }, step))).toBe(6);
    expect(await oldCode.end()).toEqual([]);
    await expectNothingLost(school, await oldRows(school, retired));
    expect(await phase()).toBe("contracted");
  });

  test("is rolled back to what was there before it", async () => {
    school = await makeOldSchool();
    const { urls, look } = school;
    const before = await oldRows(school);
    await expand(urls, given());
    expect(await rollback(urls.owner, { discardNew: false })).toEqual({ to: "none", leftBehind: {} });
    expect(await phase()).toBe("none");

    // Half-way through the backfill, and with the rollback stopped in its middle too.
    await expand(urls, given());
    await expect(backfill(urls.owner, { batchSize: 50 }, stopAt(9))).rejects.toThrow("stopped");
    expect(await rowsInNewTables()).toBeGreaterThan(300);
    expect(await stoppedEverywhere((step) => rollback(urls.owner, { discardNew: false }, step))).toBe(4);
    expect(await rowsInNewTables()).toBe(0);
    expect(await oldRows(school)).toEqual(before);
    expect([...(await look`select tgname from pg_trigger where tgname = 'adopt_follow'`)]).toEqual([]);
    const [left] = await look`select to_regnamespace('adopt') as schema,
      exists (select from pg_constraint where conname like '%\\_adopted\\_fk') as constrained,
      has_table_privilege('homeroom_operator', 'public.users', 'select') as readable`;
    expect(left).toEqual({ schema: null, constrained: false, readable: false });

    // And from within the contraction; after which all of it can be done again.
    await expand(urls, given());
    await backfill(urls.owner, { batchSize: 500 });
    await expect(contract(urls.owner, { root: ROOT }, stopAt(4))).rejects.toThrow("stopped");
    await rollback(urls.owner, { discardNew: false });
    expect(await oldRows(school)).toEqual(before);
    await expand(urls, given());
    await backfill(urls.owner, { batchSize: 500 });
    await contract(urls.owner, { root: ROOT });
    await expectNothingLost(school, await oldRows(school, retired));
    expect(await oldRows(school, retired)).toEqual(before);
  });

  test("of the command line ends with Ctrl-C and goes on when given again", async () => {
    school = await makeOldSchool({ people: 600 });
    const { urls } = school;
    const cli = (...args: string[]) => {
      const env = { ...process.env, DATABASE_OWNER_URL: urls.owner, DATABASE_URL: urls.app };
      const child = spawn(process.execPath, ["scripts/cli.mjs", "adopt", ...args, "--json"], { env });
      let out = "";
      child.stdout.on("data", (part) => {
        out += part;
      });
      return { child, ended: once(child, "close").then(([code]) => ({ code, out })) };
    };
    await expand(urls, given());
    const stopped = cli("backfill", "--batch-size", "1");
    // Its first word is of a batch.
    await once(stopped.child.stderr, "data");
    stopped.child.kill("SIGINT");
    expect(await stopped.ended).toMatchObject({ code: 130 });
    const { tables, phase: at } = await adoptionStatus(urls.owner);
    expect(at).toBe("backfilling");
    expect(tables[0]?.carried).toBeGreaterThan(0);
    expect(tables[0]?.carried).toBeLessThan(600);
    const resumed = await cli("backfill").ended;
    expect({ ...resumed, out: JSON.parse(resumed.out) }).toEqual({ code: 0, out: { phase: "backfilled" } });
    await contract(urls.owner, { root: ROOT });
    await expectNothingLost(school, await oldRows(school, retired));
  });
});

describe("the emergency rollback after the contraction", () => {
  const adopted = async () => {
    school = await makeOldSchool();
    const { urls } = school;
    await expand(urls, given());
    await backfill(urls.owner, { batchSize: 500 });
    await contract(urls.owner, { root: ROOT });
    const [row] = await school.look`select id from core.organizations where is_default`;
    return String(row?.id);
  };

  test("leaves every row letter by letter where nothing was written since", async () => {
    await adopted();
    const before = await oldRows(school, retired);
    expect(await rollback(school.urls.owner, { discardNew: false })).toEqual({
      to: "backfilled",
      leftBehind: {},
    });
    expect(await oldRows(school)).toEqual(before);
  });

  test("brings what was written in the new shape, and follows the old code again", async () => {
    const organization = await adopted();
    const { look, urls } = school;
    const before = await oldRows(school, retired);
    const [renamed, left, demoted] =
      await look`select u.id, m.old_id from core.users u join adopt.users m on m.user_id = u.id
      where m.old_id in (2, 3, 42) order by m.old_id`;
    await look`update core.users set name = 'Inés Páez' where id = ${renamed?.id}`;
    await look`update core.accounts set name = 'Inés Páez', email = 'ines@colegio.example' where id =
      (select account_id from core.users where id = ${renamed?.id})`;
    await look`update core.users set email = 'ines@colegio.example' where id = ${renamed?.id}`;
    await look`update core.users set left_at = now() where id = ${left?.id}`;
    await look`update core.users set role = 'PARENT' where id = ${demoted?.id}`;
    const [account, person, room, invitation] = [newId(), newId(), newId(), newId()];
    await look`insert into core.accounts (id, email, name, email_verified_at)
      values (${account}, 'nueva@colegio.example', 'Nueva Alumna', now())`;
    await look`insert into core.account_passwords values (${account}, '$argon2id$nueva')`;
    await look`insert into core.users (organization_id, id, account_id, name, email, sort_key, search_key)
      values (${organization}, ${person}, ${account}, 'Nueva Alumna', 'nueva@colegio.example', '', '')`;
    await look`insert into app.classes (organization_id, id, name, sort_key) values (${organization}, ${room}, 'Ajedrez', 'ajedrez')`;
    await look`insert into app.class_coaches (organization_id, id, class_id, user_id, is_lead)
      values (${organization}, ${newId()}, ${room}, ${demoted?.id}, true), (${organization}, ${newId()}, ${room}, ${person}, false)`;
    await look`insert into app.enrollments (organization_id, id, class_id, user_id) values (${organization}, ${newId()}, ${room}, ${person})`;
    await look`insert into core.invitations (organization_id, id, email, search_key, role, expires_at)
      values (${organization}, ${invitation}, 'otra@colegio.example', '', 'COACH', now() + interval '1 day')`;
    await look`update core.invitations set status = 'revoked', closed_at = now() where status = 'pending' and email like 'invitada.1@%'`;

    const { to, leftBehind } = await rollback(urls.owner, { discardNew: false });
    expect({ to, leftBehind }).toEqual({ to: "backfilled", leftBehind: { furtherCoaches: 1 } });
    const now = await oldRows(school);
    const user = (id: unknown) => now.users.find((row) => row.id === String(id));
    expect(user(2)).toMatchObject({ name: "Inés Páez", email: "ines@colegio.example" });
    expect(user(3)).toMatchObject({ active: false });
    expect(user(42)).toMatchObject({ role: "parent" });
    const added = now.users.find(({ email }) => email === "nueva@colegio.example");
    expect(added).toMatchObject({
      name: "Nueva Alumna",
      role: "student",
      active: true,
      password_hash: "$argon2id$nueva",
    });
    const chess = now.classes.find(({ name }) => name === "Ajedrez");
    expect(chess).toMatchObject({ coach_id: "42", archived: false });
    expect(now.members).toContainEqual(expect.objectContaining({ class_id: chess?.id, user_id: added?.id }));
    expect(now.invitations.find(({ email }) => email === "otra@colegio.example")).toMatchObject({
      role: "coach",
      status: "pending",
    });
    expect(now.users).toHaveLength(before.users.length + 1);
    expect(now.workspaces).toEqual(before.workspaces);

    // The old code writes again, and all of it can be contracted once more.
    const oldCode = runOldCode(school, { seed: 3 });
    await oldCode.more(40);
    expect(await oldCode.end()).toEqual([]);
    await contract(urls.owner, { root: ROOT });
    expect(await phase()).toBe("contracted");
  });

  test("can do without what was written, and then carries all over again", async () => {
    await adopted();
    const { look, urls } = school;
    const before = await oldRows(school, retired);
    await look`update core.users set name = 'Otra persona'`;
    expect(await rollback(urls.owner, { discardNew: true })).toMatchObject({ to: "expanded" });
    expect(await oldRows(school)).toEqual(before);
    await backfill(urls.owner, { batchSize: 500 });
    await contract(urls.owner, { root: ROOT });
    await expectNothingLost(school, await oldRows(school, retired));
  });
});

describe("what stands in the way", () => {
  test("is said before anything is changed", async () => {
    school = await makeOldSchool();
    const { urls, look } = school;
    await expect(expand(urls, given("nowhere"))).rejects.toThrow("has not the old shape: users.id");
    await expect(expand(urls, given("core"))).rejects.toThrow("cannot be the schema");
    await expect(backfill(urls.owner, { batchSize: 1 })).rejects.toThrow("has not begun");
    await look`grant select on users to public`;
    await expect(expand(urls, given())).rejects.toThrow("PUBLIC has privileges");
    expect(await phase()).toBe("none");
  });

  test("does not stop the old code, and stops the contraction until it is mended", async () => {
    school = await makeOldSchool();
    const { urls, look } = school;
    await expand(urls, given());
    await look`insert into core.accounts (id, email, name) values (${newId()}, 'taken@colegio.example', 'Taken')`;
    await look`insert into users (email, name) values ('Taken@colegio.example', 'Taken')`;
    await backfill(urls.owner, { batchSize: 500 });
    expect((await adoptionStatus(urls.owner)).problems).toMatchObject(
      [{ table: "users", reason: /belongs to an account/ }].map((each) => ({ table: each.table })),
    );
    await expect(contract(urls.owner, { root: ROOT })).rejects.toThrow(
      /users \d+ \(the address taken@colegio.example belongs/,
    );
    await look`update users set email = 'free@colegio.example' where name = 'Taken'`;
    await contract(urls.owner, { root: ROOT });
    await expectNothingLost(school, await oldRows(school, retired));
  });
});
