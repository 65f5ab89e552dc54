import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "@/db/client";
import { provisionings } from "@/db/schema/core/onboarding";
import { rateLimits } from "@/db/schema/core/operations";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, onPlatform } from "@/db/scope";
import { newId } from "@/lib/ids";
import { enqueue } from "@/server/adapters/queue";
import { startOperator } from "@/server/operator/start-operator";
import { deleteOrganization } from "@/server/services/organization";
import { useTestDatabase } from "../support/database";
import { asOperator } from "../support/operator";
import { makeSchool } from "../support/schools";

// The operator's process takes what is its own from the queue, and finds by itself what is due.

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const ADMIN: Actor = master.actor(master.people.ADMIN);

test("schools are provisioned as they are asked for, erased when their time is over, and nothing else is taken", async () => {
  const [due, young] = [await makeSchool(urls.operator), await makeSchool(urls.operator)];
  for (const { id, slug } of [due, young])
    await deleteOrganization(ADMIN, { organizationId: id, confirm: slug });
  const id = newId();
  const placement = `school_queued_${id.slice(-12)}`;
  await asOperator(urls.operator, async ({ db }) => {
    await db.update(organizations).set({ purgeAfter: new Date() }).where(eq(organizations.id, due.id));
    await db.insert(organizations).values({
      ...{ id, slug: `queued-${id.slice(-12)}`, name: "Liceo Nuevo", kind: "guest", masterId: master.id },
      ...{ placement, status: "provisioning" },
    });
    await db.insert(provisionings).values({ organizationId: id, placement });
    await db.insert(rateLimits).values({ key: "long-over", expire: 0 });
  });
  const runner = await startOperator(urls);
  onTestFinished(() => runner.stop());
  const done = new Promise<void>((resolve) => {
    const left = new Set(["provision-school", "purge-school", "forget-what-is-over"]);
    runner.events.on("job:success", ({ job }) => {
      left.delete(job.task_identifier);
      if (left.size === 0) resolve();
    });
  });
  await onPlatform(ADMIN, async (tx) => {
    await enqueue(tx, "measure-usage", {});
    await tx.enter(id, (inside) => enqueue(inside, "provision-school", {}, `provision-${id}`));
  });
  // At night, otherwise.
  await runner.addJob("forget-what-is-over", {});
  await done;
  const states = await asOperator(urls.operator, ({ db }) =>
    db.select({ id: organizations.id, status: organizations.status }).from(organizations),
  );
  expect(await asOperator(urls.operator, ({ db }) => db.$count(rateLimits))).toBe(0);
  const stateOf = (school: string) => states.find((row) => row.id === school)?.status;
  expect([stateOf(id), stateOf(young.id), stateOf(due.id)]).toEqual(["active", "inactive", undefined]);
  const sql = connect(urls.worker);
  const waiting = await sql`select task_identifier from graphile_worker.jobs`.finally(() => sql.end());
  expect(waiting).toMatchObject([{ task_identifier: "measure-usage" }]);
});
