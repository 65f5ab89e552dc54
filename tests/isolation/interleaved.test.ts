import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { startPgBouncer } from "../support/pgbouncer";
import { makeSchool } from "../support/schools";

// Thousands of transactions of two schools, one on each placement, share four connections: what one leaves behind on
// a connection would show in the next.

const TRANSACTIONS = 2_000;
const CONNECTIONS = 4;

const { urls } = await useTestDatabase();
const shared = await makeSchool(urls.operator);
const apart = await makeSchool(urls.operator, APART);
const pooler = await startPgBouncer(urls.app, { logins: [urls.app], poolSize: CONNECTIONS });
afterAll(() => pooler.close());

/** Runs the transactions with these settings; returns how many connections of the server they were spread over. */
async function interleave(settings: Record<string, string>): Promise<number> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { inOrganization } = await import("@/db/scope");
  const { closePools } = await import("@/db/client");
  const backends = new Set<unknown>();
  const work = async (index: number) => {
    const school = index % 2 === 0 ? shared : apart;
    const actor = school.actor(index % 3 === 0 ? school.people.COACH : school.people.ORG_ADMIN);
    const fails = index % 7 === 0;
    const transaction = inOrganization(actor, async ({ db }) => {
      const [row] = await db.execute(sql`
        select pg_backend_pid() as backend, current_user as role, current_schema as placement, current_setting('app.organization_id') as organization,
          current_setting('app.user_id') as "user",
          (select array_agg(distinct organization_id::text) from classes) as classes,
          (select array_agg(distinct organization_id::text) from core.users) as users`);
      const { backend, ...seen } = row ?? {};
      backends.add(backend);
      expect(seen).toEqual({
        role: "homeroom_tenant",
        placement: school.placement,
        organization: school.id,
        user: actor.userId,
        classes: [school.id],
        users: [school.id],
      });
      if (fails) throw new Error("rolled back");
    });
    if (fails) await expect(transaction).rejects.toThrow("rolled back");
    else await transaction;
  };
  await Promise.all(Array.from({ length: TRANSACTIONS }, (_, index) => work(index)));
  await closePools();
  return backends.size;
}

test("2,000 interleaved transactions of two schools over four connections never see each other", async () => {
  expect(await interleave({ DATABASE_POOL_SIZE: String(CONNECTIONS) })).toBe(CONNECTIONS);
});

test("nor do they through PgBouncer in transaction mode", async () => {
  const settings = {
    DATABASE_URL: pooler.through(urls.app),
    DATABASE_PREPARE: "false",
    DATABASE_POOL_SIZE: "16",
  };
  expect(await interleave(settings)).toBeLessThanOrEqual(CONNECTIONS);
});
