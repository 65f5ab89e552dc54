import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closePools, connect } from "@/db/client";
import { inOrganization, readAtGate } from "@/db/scope";
import { startCutLine } from "../../tests/support/cut";
import { useTestDatabase } from "../../tests/support/database";
import { makeSchool } from "../../tests/support/schools";

const { urls } = await useTestDatabase();
const line = await startCutLine(urls.app);
afterAll(async () => {
  // The last connection may still be opening, and postgres.js throws its loss at the process: nobody waits for it.
  await closePools();
  await line.close();
});
vi.stubEnv("DATABASE_URL", line.through(urls.app));
vi.stubEnv("DATABASE_POOL_SIZE", "2");

const school = await makeSchool(urls.operator);
const admin = school.actor(school.people.ORG_ADMIN);
// Holds the locks that statements wait for which are to be under way.
const holder = connect(urls.operator);
await holder`select pg_advisory_lock(1), pg_advisory_lock(2)`;
afterAll(() => holder.end());

const holdUp = (lock: number) =>
  inOrganization(admin, ({ db }) => db.execute(sql`select pg_advisory_xact_lock(${lock}::int)`));

/** Settles once as many statements wait for the lock. */
async function heldUp(lock: number, count: number): Promise<void> {
  await expect
    .poll(async () => {
      const [found] = await holder`select count(*)::int as count from pg_locks
        where locktype = 'advisory' and not granted and objid = ${lock}
          and database = (select oid from pg_database where datname = current_database())`;
      return found?.count;
    })
    .toBe(count);
}

const work = () => inOrganization(admin, ({ db }) => db.execute(sql`select 1 as one`));

test("a statement under way when the connection is reset fails, and what comes next has another", async () => {
  const lost = Promise.allSettled([
    holdUp(1),
    readAtGate({}, "select pg_advisory_xact_lock($1::int)", ["1"]),
  ]);
  await heldUp(1, 2);
  line.cut();
  for (const { status } of await lost) expect(status).toBe("rejected");
  expect(await Promise.all(Array.from({ length: 10 }, work))).toHaveLength(10);
});

test("who waits for a connection when others are reset gets one", async () => {
  const lost = Promise.allSettled([holdUp(2), holdUp(2)]);
  await heldUp(2, 2);
  const waiting = Array.from({ length: 10 }, work);
  const before = line.count();
  line.cut();
  expect(await Promise.all(waiting)).toHaveLength(10);
  // Of the new pool alone: the old one opens none for who has left it.
  expect(line.count() - before).toBe(2);
  for (const { status } of await lost) expect(status).toBe("rejected");
});
