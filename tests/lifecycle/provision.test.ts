import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect } from "@/db/client";
import { provisionings } from "@/db/schema/core/onboarding";
import { organizations } from "@/db/schema/core/organizations";
import { classes } from "@/db/schema/tenant/classes";
import { type Actor, readInOrganization } from "@/db/scope";
import { DEFAULT_GRADES } from "@/domain/academics-list";
import { newId } from "@/lib/ids";
import { provisionSchool } from "@/server/operator/provision-school";
import { getStructure } from "@/server/services/academics";
import { deleteOrganization, restoreOrganization } from "@/server/services/organization";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { eventsAbout } from "../support/look";
import { asOperator } from "../support/operator";
import { makeSchool } from "../support/schools";

// A school's own schema is made by the operator's process: wherever that is killed, running it again ends well.

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const ADMIN: Actor = master.actor(master.people.ADMIN);

async function waitingSchool() {
  const id = newId();
  const placement = `school_new_${id.slice(-12)}`;
  const slug = `new-${id.slice(-12)}`;
  await asOperator(urls.operator, async ({ db }) => {
    await db.insert(organizations).values({
      ...{ id, slug, name: "Liceo Nuevo", kind: "guest", masterId: master.id },
      ...{ placement, status: "provisioning" },
    });
    await db.insert(provisionings).values({ organizationId: id, placement, year: "2026-2027" });
  });
  return { id, slug, placement };
}

function look(organizationId: string) {
  return asOperator(urls.operator, async ({ db }) => {
    const [row] = await db
      .select({ status: organizations.status, ...provisioningColumns })
      .from(organizations)
      .leftJoin(provisionings, eq(provisionings.organizationId, organizations.id))
      .where(eq(organizations.id, organizationId));
    return row;
  });
}
const provisioningColumns = {
  state: provisionings.state,
  done: provisionings.done,
  total: provisionings.total,
  failure: provisionings.failure,
};

/** What makes one placement differ from another: columns, constraints, indexes, policies and privileges. */
async function shapeOf(placement: string) {
  const owner = connect(urls.owner);
  const schema = placement;
  try {
    const found = await owner`
      select 'column' as kind, table_name || '.' || column_name as name, data_type || is_nullable || coalesce(column_default, '') as text
        from information_schema.columns where table_schema = ${schema}
      union all select 'constraint', k.conname, replace(pg_get_constraintdef(k.oid), ${`${schema}.`}, '')
        from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname = ${schema} and k.contype <> 'n'
      union all select 'index', indexname, replace(indexdef, ${`${schema}.`}, '') from pg_indexes where schemaname = ${schema}
      union all select 'policy', tablename || '.' || policyname, roles::text || qual || with_check
        from pg_policies where schemaname = ${schema}
      union all select 'table', c.relname, c.relrowsecurity || ' ' || c.relforcerowsecurity || ' ' || c.relacl::text
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema} and c.relkind = 'r'
      order by 1, 2, 3`;
    return [...found];
  } finally {
    await owner.end();
  }
}

test("killed at each step and run again, it makes what every other placement has, and opens the school", async () => {
  const school = await waitingSchool();
  let steps = 0;
  for (let killedAt = 1; ; killedAt += 1) {
    let seen = 0;
    const killed = await provisionSchool(
      urls,
      { organizationId: school.id },
      {
        async onStep(done, total) {
          seen += 1;
          expect(await look(school.id)).toMatchObject({
            status: "provisioning",
            state: "running",
            done,
            total,
          });
          if (seen === killedAt) throw new Error("Killed");
        },
      },
    ).then(
      () => false,
      () => true,
    );
    if (!killed) {
      steps = seen;
      break;
    }
    expect(await look(school.id)).toMatchObject({
      status: "provisioning",
      state: "queued",
      failure: "Killed",
    });
  }
  const end = await look(school.id);
  expect(end).toMatchObject({ status: "active", state: "done", done: steps, total: steps, failure: null });
  expect(await shapeOf(school.placement)).toEqual(await shapeOf(APART));
  expect(await eventsAbout(urls.operator, { ...master, id: school.id }, school.id)).toMatchObject([
    {
      ...{ action: "organization.provisioned", actorName: "Homeroom", via: "job" },
      after: { status: "active", year: "2026-2027", grades: DEFAULT_GRADES.map(({ name }) => name) },
    },
  ]);
  const inside = { ...ADMIN, organizationId: school.id, placement: school.placement };
  expect(await readInOrganization(inside, (tx) => tx.db.$count(classes))).toBe(0);
  // What it begins with is there once, however often it was begun.
  expect(await getStructure(inside, {})).toMatchObject({
    years: [{ name: "2026-2027", isCurrent: true }],
    grades: DEFAULT_GRADES.map(({ name }) => ({ name })),
  });
  // Once more changes nothing.
  await provisionSchool(urls, { organizationId: school.id });
  expect(await look(school.id)).toEqual(end);
  // As many runs as there are steps.
}, 120_000);

test("nobody waits behind it: writers of every school go on while it makes its foreign keys", async () => {
  const school = await waitingSchool();
  const owner = connect(urls.owner, { max: 2 });
  const writer = await owner.reserve();
  try {
    // A writer that does not come to an end holds the lock that the foreign keys need.
    await writer`begin`;
    await writer`update core.users set updated_at = now() where organization_id = ${master.id}`;
    const making = provisionSchool(urls, { organizationId: school.id });
    const deadline = Date.now() + 5_000;
    let waited = false;
    while (Date.now() < deadline && !waited) {
      const [row] = await owner`select count(*)::int as n from pg_stat_activity
        where wait_event_type = 'Lock' and query ilike 'alter table%references%'`;
      waited = Number(row?.n) > 0;
    }
    expect(waited).toBe(true);
    // Whoever else writes waits for the fraction of a second after which it gives way.
    const began = performance.now();
    await asOperator(urls.operator, ({ db }) =>
      db.execute(sql`update core.users set updated_at = now() where id = ${ADMIN.userId} and false`),
    );
    expect(performance.now() - began).toBeLessThan(2_000);
    await writer`commit`;
    await making;
    expect(await look(school.id)).toMatchObject({ status: "active", state: "done" });
  } finally {
    writer.release();
    await owner.end();
  }
});

test("a failure is written down, for good after the last try; a deleted school waits for its restoring", async () => {
  const school = await waitingSchool();
  const nowhere = { ...urls, owner: urls.app };
  const attempt = (isLast: boolean) =>
    provisionSchool(nowhere, { organizationId: school.id }, { isLast }).catch(
      (error: Error) => error.message,
    );
  const failure = await attempt(false);
  expect(await look(school.id)).toMatchObject({ state: "queued", failure });
  await attempt(true);
  expect(await look(school.id)).toMatchObject({ state: "failed", failure });
  await deleteOrganization(ADMIN, { organizationId: school.id, confirm: school.slug });
  await provisionSchool(urls, { organizationId: school.id });
  expect(await look(school.id)).toMatchObject({ status: "inactive", state: "failed" });
  expect(await restoreOrganization(ADMIN, { organizationId: school.id })).toEqual({ status: "provisioning" });
  const [job] = await asOperator(urls.operator, async () => {
    const worker = connect(urls.worker);
    return worker`select payload from graphile_worker._private_jobs where key = ${`provision-${school.id}`}`.finally(
      () => worker.end(),
    );
  });
  expect(job?.payload).toEqual({ organizationId: school.id });
  await provisionSchool(urls, { organizationId: school.id });
  expect(await look(school.id)).toMatchObject({ status: "active" });
});

test("a school erased while its schema is made leaves none behind", async () => {
  const school = await waitingSchool();
  await provisionSchool(
    urls,
    { organizationId: school.id },
    {
      async onStep(done, total) {
        if (done < total) return;
        await asOperator(urls.operator, ({ db }) =>
          db.delete(organizations).where(eq(organizations.id, school.id)),
        );
      },
    },
  );
  expect(await shapeOf(school.placement)).toEqual([]);
});
