import { afterAll, expect, test, vi } from "vitest";
import { backfill } from "@/db/adopt/backfill";
import { contract } from "@/db/adopt/contract";
import { expand } from "@/db/adopt/expand";
import { adoptionStatus } from "@/db/adopt/status";
import { closePools } from "@/db/client";
import { hashPassword } from "@/lib/password-hash";
import { findSession } from "@/server/auth/session";
import { signIn } from "@/server/services/account";
import { ROOT } from "../../scripts/lib/paths";
import { expectNothingLost } from "./comparison";
import { runOldCode } from "./old-code";
import { makeOldSchool, oldRows, retired } from "./old-school";

const PASSWORD = "Colibri verde 7";
const school = await makeOldSchool({ people: 10_000 });
vi.stubEnv("DATABASE_URL", school.urls.app);
vi.stubEnv("WORKER_DATABASE_URL", school.urls.worker);
afterAll(async () => {
  await closePools();
  await school.drop();
});

const given = { from: "public", school: { slug: "samanes", name: "Los Samanes" }, root: ROOT };

test("a school of 10,000 is adopted while its old code goes on writing, and nothing is lost", async () => {
  const { urls, look } = school;
  await look`update users set email = 'Directora@Colegio.example', password_hash = ${await hashPassword(PASSWORD)} where id = 1`;
  const untouched = await oldRows(school);
  expect(untouched.users).toHaveLength(10_000);
  expect(await adoptionStatus(urls.owner)).toMatchObject({ phase: "none" });

  await expand(urls, given);
  expect(await oldRows(school)).toEqual(untouched);
  expect(await adoptionStatus(urls.owner)).toMatchObject({ phase: "expanded" });

  const oldCode = runOldCode(school);
  await oldCode.more(20);
  const before = oldCode.committed;
  await backfill(urls.owner, { batchSize: 500 });
  expect(oldCode.committed - before).toBeGreaterThan(20);
  await oldCode.more(20);
  // It writes until its tables are gone.
  const verdicts = await contract(urls.owner, { root: ROOT });
  expect(await oldCode.end()).toEqual([]);

  const kept = await oldRows(school, retired);
  expect(verdicts.map(({ table, before: count }) => [table, count])).toContainEqual([
    "users",
    kept.users.length,
  ]);
  await expectNothingLost(school, kept);
  expect(await adoptionStatus(urls.owner)).toMatchObject({ phase: "contracted", problems: [] });

  // Of the tool nothing runs any more, and the roles of the web see nothing of it.
  expect([...(await look`select tgname from pg_trigger where tgname = 'adopt_follow'`)]).toEqual([]);
  expect([
    ...(await look`select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`),
  ]).toEqual([{ name: "core.enqueue(text,jsonb,text,timestamp with time zone)" }]);
  const [web] = await look`select bool_or(has_schema_privilege(role, 'adopt', 'usage')
      or has_schema_privilege(role, 'public', 'usage')) as may
    from unnest(array['homeroom_app', 'homeroom_tenant', 'homeroom_platform', 'homeroom_gate']) as role`;
  expect(web).toEqual({ may: false });
}, 180_000);

test("an adopted admin signs in with the password of before", async () => {
  const claims = await signIn(
    { email: "directora@colegio.example", password: PASSWORD },
    { ipAddress: null, userAgent: "Firefox" },
  );
  const session = await findSession(claims);
  expect(session).toMatchObject({ account: { email: "directora@colegio.example" } });
  expect(JSON.stringify(session)).toContain("samanes");
});
