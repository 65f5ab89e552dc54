import { existsSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createPlacement } from "@/db/migrate";
import { sessions } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { type Actor, inOrganization } from "@/db/scope";
import { createOrganizationInput } from "@/domain/organization";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { PLATFORM_ITSELF } from "@/server/jobs/system-actor";
import { purgeSchool } from "@/server/operator/purge-school";
import { sealEvents, verifyChains } from "@/server/services/audit";
import { createOrganization, deleteOrganization } from "@/server/services/organization";
import { removeUsers, transferUser } from "@/server/services/user";
import type { Target } from "../isolation/target";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { addMember } from "../support/look";
import { asOperator } from "../support/operator";
import { refusal } from "../support/people";
import { makeFullSchool, readEverything } from "./every-table";

// The end of a school: nothing of it is left in any table, and nothing else is gone.

const { urls } = await useTestDatabase();
const master = await makeFullSchool(urls.operator, "app");
const ADMIN: Actor = master.school.actor(master.school.people.ADMIN);

/** As if its thirty days were over. */
async function deleteLongAgo({ organizationId, slug }: Target): Promise<void> {
  await deleteOrganization(ADMIN, { organizationId, confirm: slug });
  await asOperator(urls.operator, ({ db }) =>
    db.update(organizations).set({ purgeAfter: new Date() }).where(eq(organizations.id, organizationId)),
  );
}

const filesOf = ({ organizationId }: Target) => join(env().STORAGE_DIR, "schools", organizationId);

/** Rows that are in one and not in the other, by table. */
function missingFrom(after: Map<string, string[]>, before: Map<string, string[]>) {
  return [...before].flatMap(([table, rows]) => {
    const there = new Set(after.get(table));
    return rows.filter((row) => !there.has(row)).map((row) => ({ table, row }));
  });
}

describe.each(["app", APART, "school_its_own"])("a school placed in %s", (placement) => {
  test("is erased from every table, with its files, jobs and people, and nothing else is gone", async () => {
    if (placement === "school_its_own") await createPlacement(urls.owner, placement);
    const doomed = await makeFullSchool(urls.operator, placement);
    const others = [
      await makeFullSchool(urls.operator, "app"),
      await makeFullSchool(urls.operator, APART),
    ] as const;
    // Somebody who went to another school, somebody who left, and an ADMIN who looks in.
    const moved = await addMember(urls.operator, doomed.school, { role: "STUDENT", name: "Moved On" });
    await transferUser(ADMIN, {
      ...{ organizationId: doomed.organizationId, userId: moved.id },
      toOrganizationId: others[0].organizationId,
    });
    const left = await addMember(urls.operator, doomed.school, { role: "STUDENT", name: "Left Long Ago" });
    await removeUsers(doomed.school.actor(doomed.school.people.ORG_ADMIN), { ids: [left.id] });
    const visitor = newId();
    await asOperator(urls.operator, ({ db }) =>
      db.insert(sessions).values({
        ...{ id: visitor, accountId: ADMIN.accountId ?? "", expiresAt: new Date(Date.now() + 3_600_000) },
        ...{ enteredOrganizationId: doomed.organizationId, enteredUntil: new Date(Date.now() + 60_000) },
      }),
    );
    await sealEvents(PLATFORM_ITSELF);
    await deleteLongAgo(doomed);

    const before = await readEverything(urls.owner);
    const people = Object.values(doomed.school.people).filter(({ role }) => role !== "ADMIN");
    const own = [
      doomed.organizationId,
      left.accountId,
      ...people.flatMap(({ id, accountId, email }) => [id, accountId, email]),
      doomed.pendingInvitationId,
      doomed.batchId,
      doomed.viewId,
      doomed.classId,
      doomed.sessionId,
    ];
    const speaksOf = (row: string) => own.some((word) => row.includes(word));
    // What is not there cannot be seen to go: every table has something of it, but for the ledger.
    const untouched = [...before]
      .filter(([table, rows]) => isPlane(table, placement) && !rows.some(speaksOf))
      .map(([table]) => table);
    expect(untouched).toEqual(["core.rate_limits", "core.schema_migrations"]);

    const receipt = await purgeSchool(urls, { organizationId: doomed.organizationId });
    const after = await readEverything(urls.owner);

    const gone = missingFrom(after, before);
    const strangers = gone.filter(
      ({ table, row }) =>
        !speaksOf(row) &&
        !row.includes(doomed.slug) &&
        !(table === "core.rate_limits") &&
        !(table === "core.schema_migrations" && row.includes(placement)),
    );
    // Of nobody's but the doomed school's: their ids are its own, which only its rows have.
    for (const { row } of strangers)
      for (const other of [master, ...others]) expect(namesOf(other, row)).toBe(false);
    const kept = [...after].flatMap(([table, rows]) => rows.map((row) => ({ table, row })));
    const leftOver = kept.filter(({ row }) => speaksOf(row));
    // The platform's own log, which is append-only, says what became of it, and no more.
    for (const { table, row } of leftOver)
      expect([table, JSON.parse(row).organization_id]).toEqual(["core.audit_events", null]);
    const made = missingFrom(before, after).map(({ table, row }) => [table, JSON.parse(row)] as const);
    expect(made.filter(([table]) => table === "core.audit_events").map(([, { action }]) => action)).toEqual([
      "organization.purge_started",
      "organization.purged",
    ]);
    expect(made.filter(([table]) => table === "core.sessions")).toMatchObject([
      ["core.sessions", { id: visitor, entered_organization_id: null }],
    ]);
    expect(made.filter(([table]) => table === "core.organization_slugs").map(([, row]) => row)).toMatchObject(
      [
        { slug: `old-${doomed.slug}`, organization_id: null },
        { slug: doomed.slug, organization_id: null },
      ],
    );
    // The school that would have sent a student keeps the name of this one.
    expect(made.filter(([table]) => table === "core.student_transfers")).toMatchObject([
      [
        "core.student_transfers",
        {
          ...{ id: doomed.incomingTransferId, status: "expired", to_school_name: "Here" },
          to_organization_id: "00000000-0000-0000-0000-000000000000",
        },
      ],
    ]);
    expect(made.length).toBe(2 + 2 + 1 + 2 + 1);

    expect(receipt).toMatchObject({
      slug: doomed.slug,
      // A logo and the photo of a student.
      bytes: 8,
      lastSeal: expect.stringMatching(/^\d+ [0-9a-f]{64}$/),
    });
    const counted = Object.fromEntries((receipt?.tables ?? []).map(({ table, rows }) => [table, rows]));
    expect(counted).toMatchObject({
      "core.users": 11,
      "core.workspaces": 1,
      // The ADMIN who runs the platform keeps theirs.
      "core.sessions": 3,
      [`${placement}.classes`]: 3,
    });
    const { after: told } = made.map(([, row]) => row).find((row) => row.action === "organization.purged");
    expect(JSON.stringify(told)).not.toMatch(/@|Moved On|Left Long Ago/);
    expect([existsSync(filesOf(doomed)), existsSync(filesOf(others[0]))]).toEqual([false, true]);
    expect([...after.keys()].includes(`${placement}.classes`)).toBe(placement !== "school_its_own");

    // The logs that are left are whole, and its name is nobody's again.
    await sealEvents(PLATFORM_ITSELF);
    expect((await verifyChains(PLATFORM_ITSELF)).faults).toEqual([]);
    const again = createOrganization(
      ADMIN,
      createOrganizationInput.parse({ name: "Other", slug: doomed.slug }),
    );
    expect(await refusal(again)).toMatchObject({ key: "slug.taken" });
    expect(await purgeSchool(urls, { organizationId: doomed.organizationId })).toBeUndefined();
  });
});

test("killed after each step and run again, it ends as if it had not been", async () => {
  const doomed = await makeFullSchool(urls.operator, APART);
  await deleteLongAgo(doomed);
  const steps = new Set<string>();
  let receipt: Awaited<ReturnType<typeof purgeSchool>>;
  for (let killed = true; killed; ) {
    killed = false;
    receipt = await purgeSchool(
      urls,
      { organizationId: doomed.organizationId },
      {
        async onStep(step) {
          if (steps.has(step)) return;
          steps.add(step);
          killed = true;
          throw new Error("Killed");
        },
      },
    ).catch((error: Error) => {
      if (error.message !== "Killed") throw error;
      return undefined;
    });
    if (steps.has("organization")) break;
  }
  expect(receipt).toBeUndefined();
  const left = [...(await readEverything(urls.owner))].flatMap(([table, rows]) =>
    rows.filter((row) => row.includes(doomed.organizationId)).map((row) => [table, JSON.parse(row)] as const),
  );
  const told = left.map(([table, row]) => [table, row.organization_id, row.action]);
  expect(told.filter(([, , action]) => action === "organization.purged")).toHaveLength(1);
  expect(
    told.every(([table, organizationId]) => table === "core.audit_events" && organizationId === null),
  ).toBe(true);
  const [last] = left
    .filter(([, row]) => row.action === "organization.purged")
    .map(([, row]) => row.after.tables);
  expect(last).toContainEqual({ table: "core.users", rows: 9 });
});

test("is erased only when its time is over, and whoever works in it meanwhile ends first", async () => {
  const doomed = await makeFullSchool(urls.operator, "app");
  const { organizationId, slug, school } = doomed;
  expect(await purgeSchool(urls, { organizationId })).toBeUndefined();
  await deleteOrganization(ADMIN, { organizationId, confirm: slug });
  expect(await purgeSchool(urls, { organizationId })).toBeUndefined();
  await asOperator(urls.operator, ({ db }) =>
    db.update(organizations).set({ purgeAfter: new Date() }).where(eq(organizations.id, organizationId)),
  );
  let order: string[] = [];
  let purge: Promise<unknown> | undefined;
  await inOrganization(school.actor(school.people.ORG_ADMIN), async (tx) => {
    await tx.db.$count(organizations);
    purge = purgeSchool(
      urls,
      { organizationId },
      {
        async onStep(step) {
          order.push(step);
        },
      },
    );
    // Everything but the last step goes on beside it.
    while (!order.includes("placement")) await tx.db.$count(organizations);
    order = ["at work", ...order.filter((step) => step === "organization")];
  });
  await purge;
  expect(order).toEqual(["at work", "organization"]);
  const late = inOrganization(school.actor(school.people.ORG_ADMIN), (tx) => tx.db.$count(organizations));
  await expect(late).rejects.toThrow();
});

function isPlane(table: string, placement: string): boolean {
  return table.startsWith("core.") || table.startsWith(`${placement}.`);
}

function namesOf({ organizationId, school }: Target, row: string): boolean {
  return (
    row.includes(organizationId) ||
    Object.values(school.people).some(({ accountId }) => row.includes(accountId))
  );
}
