import { eq, sql } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { organizationDomains } from "@/db/schema/core/domains";
import { organizations } from "@/db/schema/core/organizations";
import { organizationUsage } from "@/db/schema/core/usage";
import { users } from "@/db/schema/core/users";
import { schoolClassesInput, schoolPeopleInput } from "@/domain/school";
import { newId } from "@/lib/ids";
import { schoolKey, storage } from "@/server/adapters/storage/storage";
import { measureUsageJob } from "@/server/jobs/measure-usage";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { listOf } from "../../../../tests/support/invitations";
import { addClass, addMember } from "../../../../tests/support/look";
import { newEmail, refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { sendInvitations } from "../invitation";
import { updateAnyOrganization } from "../organization";
import { removeUsers } from "../user";
import {
  getPlatformStatistics,
  getSchool,
  getSchoolPerson,
  listSchoolClasses,
  listSchoolPeople,
} from "./index";

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const ADMIN = master.actor(master.people.ADMIN);

function runQueue() {
  return runOnce({
    connectionString: urls.worker,
    taskList: { "measure-usage": measureUsageJob, "send-invitations": () => undefined },
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
}

const setSchool = (id: string, change: Partial<typeof organizations.$inferInsert>) =>
  asOperator(urls.operator, ({ db }) => db.update(organizations).set(change).where(eq(organizations.id, id)));

describe.each(["app", APART])("the page of a school placed in %s", (placement) => {
  let school: TestSchool;
  const read = () => getSchool(ADMIN, { organizationId: school.id });

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("tells what it is, who is in it, and what it waits for", async () => {
    const { STUDENT, ORG_ADMIN, PARENT } = school.people;
    const seen = new Date("2026-05-04T10:00:00Z");
    await asOperator(urls.operator, async ({ db }) => {
      await db.update(users).set({ status: "suspended", lastSeenAt: seen }).where(eq(users.id, STUDENT.id));
      await db.insert(organizationDomains).values([
        { organizationId: school.id, host: `b.${school.slug}.example`, token: "t" },
        {
          ...{ organizationId: school.id, host: `a.${school.slug}.example`, token: "t" },
          ...{ verifiedAt: seen, isPrimary: true },
        },
      ]);
    });
    await removeUsers(school.actor(ORG_ADMIN), { ids: [PARENT.id] });
    await sendInvitations(school.actor(ORG_ADMIN), listOf(newEmail(), { role: "COACH" }));
    const page = await read();
    expect(page).toMatchObject({
      ...{ id: school.id, slug: school.slug, placement, status: "active", plan: "COMMUNITY", maxUsers: 500 },
      ...{ deletedAt: null, logoUrl: null, schoolInvitation: null, provisioning: null },
      admins: [{ id: ORG_ADMIN.id, email: ORG_ADMIN.email }],
      domains: [
        { host: `a.${school.slug}.example`, isPrimary: true },
        { host: `b.${school.slug}.example`, verifiedAt: null },
      ],
      invitations: { pending: 1, undelivered: 0, byRole: [{ role: "COACH", count: 1 }] },
    });
    expect(page.people).toEqual({
      ...{ everyone: 4, suspended: 1, lastSeenAt: seen },
      byRole: ["STUDENT", "PARENT", "COACH", "ORG_ADMIN", "ADMIN"].map((role) => ({
        role,
        count: role === "PARENT" ? 0 : 1,
      })),
    });
  });

  test("is counted in its own scope when somebody looks, and not again within the hour", async () => {
    await addClass(urls.operator, school, { name: "Of last year", state: "archived" });
    await storage().put(schoolKey(school.id, "logos", "a.webp"), new Uint8Array(1_500));
    expect(await read()).toMatchObject({ usage: null, measuring: true });
    await runQueue();
    const { usage, measuring } = await read();
    expect(usage).toMatchObject({
      ...{ activeClasses: 2, archivedClasses: 1, enrollments: 1, storageBytes: 1_500 },
    });
    expect(measuring).toBe(false);
    await asOperator(urls.operator, ({ db }) =>
      db
        .update(organizationUsage)
        .set({ measuredAt: sql`now() - interval '61 minutes'`, enrollments: 99 })
        .where(eq(organizationUsage.organizationId, school.id)),
    );
    expect(await read()).toMatchObject({ usage: { enrollments: 99 }, measuring: true });
    await runQueue();
    expect(await read()).toMatchObject({ usage: { enrollments: 1 }, measuring: false });
  });

  test("lists its people and its classes, and nobody's of another school", async () => {
    const added = await addMember(urls.operator, school, { role: "STUDENT", name: "Ñandú Zoraida" });
    const people = async (input: object = {}) =>
      listSchoolPeople(ADMIN, schoolPeopleInput.parse({ organizationId: school.id, ...input }));
    expect((await people()).rows).toHaveLength(6);
    expect((await people({ search: "nandu" })).rows).toMatchObject([{ id: added.id, role: "STUDENT" }]);
    const first = await people({ limit: 4 });
    const second = await people({ limit: 4, cursor: first.nextCursor ?? undefined });
    expect([...first.rows, ...second.rows].map(({ id }) => id).sort()).toEqual(
      [...Object.values(school.people), added].map(({ id }) => id).sort(),
    );
    await addClass(urls.operator, school, { name: "Of last year", state: "archived" });
    const classes = async (input: object = {}) =>
      listSchoolClasses(ADMIN, schoolClassesInput.parse({ organizationId: school.id, ...input }));
    const { rows } = await classes({ states: ["active"] });
    expect(rows).toMatchObject([
      { id: school.classes.led, studentCount: 1, coachCount: 1 },
      { id: school.classes.other, studentCount: 0, coachCount: 0 },
    ]);
    expect(JSON.stringify(rows)).not.toContain(school.people.COACH.name);
    expect((await classes()).rows).toHaveLength(3);
  });

  test("tells of one person while they belong to it", async () => {
    const { PARENT, ORG_ADMIN } = school.people;
    const ask = { organizationId: school.id, userId: PARENT.id };
    expect(await getSchoolPerson(ADMIN, ask)).toMatchObject({ email: PARENT.email, role: "PARENT" });
    const elsewhere = { ...ask, organizationId: master.id };
    expect(await refusal(getSchoolPerson(ADMIN, elsewhere))).toMatchObject({ kind: "not_found" });
    await removeUsers(school.actor(ORG_ADMIN), { ids: [PARENT.id] });
    expect(await refusal(getSchoolPerson(ADMIN, ask))).toMatchObject({ kind: "not_found" });
  });

  test("is readable while it is suspended or deleted", async () => {
    const ask = schoolPeopleInput.parse({ organizationId: school.id });
    await setSchool(school.id, { status: "suspended" });
    expect((await listSchoolPeople(ADMIN, ask)).rows).toHaveLength(5);
    const [deletedAt, purgeAfter] = [new Date(), new Date(Date.now() + 1_000_000)];
    await setSchool(school.id, { status: "inactive", deletedAt, purgeAfter });
    expect((await listSchoolPeople(ADMIN, ask)).rows).toHaveLength(5);
    expect(await read()).toMatchObject({ deletedAt, purgeAfter, measuring: false });
  });
});

test("a school that is still being set up has a page, and nothing in it to read", async () => {
  const id = newId();
  await asOperator(urls.operator, ({ db }) =>
    db.insert(organizations).values({
      ...{ id, slug: `made-${id.slice(-8)}`, name: "Being made", kind: "guest", masterId: master.id },
      ...{ status: "provisioning", placement: "school_not_there" },
    }),
  );
  expect(await getSchool(ADMIN, { organizationId: id })).toMatchObject({
    ...{ status: "provisioning", measuring: false },
    people: { everyone: 0, lastSeenAt: null },
  });
  const people = listSchoolPeople(ADMIN, schoolPeopleInput.parse({ organizationId: id }));
  const suspend = updateAnyOrganization(ADMIN, { organizationId: id, status: "suspended" });
  for (const refused of await Promise.all([people, suspend].map(refusal)))
    expect(refused).toMatchObject({ kind: "conflict", key: "organization.provisioning" });
});

test("a school that does not exist is not found", async () => {
  const organizationId = newId();
  const attempts = [
    getSchool(ADMIN, { organizationId }),
    listSchoolPeople(ADMIN, schoolPeopleInput.parse({ organizationId })),
    listSchoolClasses(ADMIN, schoolClassesInput.parse({ organizationId })),
  ];
  for (const refused of await Promise.all(attempts.map(refusal)))
    expect(refused).toMatchObject({ kind: "not_found" });
});

describe("the platform's figures", () => {
  test("count schools, people, growth, activity and what schools hold", async () => {
    const before = await getPlatformStatistics(ADMIN);
    const count = (figures: typeof before, state: string) =>
      figures.schools.byState.find((row) => row.state === state)?.count ?? 0;
    const [one, other] = [await makeSchool(urls.operator, APART), await makeSchool(urls.operator)];
    const ago = (months: number) => sql`now() - ${`${months} months`}::interval`;
    await asOperator(urls.operator, async ({ db }) => {
      await db
        .update(organizations)
        .set({ plan: "PRO", status: "suspended" })
        .where(eq(organizations.id, one.id));
      await db
        .update(organizations)
        .set({ createdAt: sql`now() - interval '3 years'` })
        .where(eq(organizations.id, other.id));
      await db
        .update(users)
        .set({ joinedAt: ago(30) })
        .where(eq(users.organizationId, one.id));
      await db
        .update(users)
        .set({ joinedAt: ago(5), leftAt: ago(2) })
        .where(eq(users.id, other.people.STUDENT.id));
    });
    const after = await getPlatformStatistics(ADMIN);
    expect(after.schools.all - before.schools.all).toBe(2);
    expect(count(after, "suspended") - count(before, "suspended")).toBe(1);
    expect(after.people.all - before.people.all).toBe(9);
    expect(after.growth).toHaveLength(12);
    expect(after.activity).toHaveLength(30);
    const grown = (n: number, kind: "schools" | "people") =>
      (after.growth.at(n)?.[kind] ?? 0) - (before.growth.at(n)?.[kind] ?? 0);
    expect([0, -1].map((n) => grown(n, "schools"))).toEqual([1, 2]);
    expect([0, -6, -5, -4, -3, -1].map((n) => grown(n, "people"))).toEqual([5, 6, 6, 6, 5, 9]);
    expect(after.growth.at(-1)).toMatchObject({ schools: after.schools.all, people: after.people.all });
    expect(after.activity.at(-1)?.events).toBeGreaterThan(0);
    expect(after.largest.length).toBeGreaterThan(1);

    expect(after.measuring).toBe(true);
    await runQueue();
    const counted = await getPlatformStatistics(ADMIN);
    expect(counted).toMatchObject({ measuring: false, holdings: { stale: 0 } });
    expect(counted.holdings.classes).toBeGreaterThanOrEqual(4);
  });

  test("leave deleted schools out of what is counted, and tell how many wait to be erased", async () => {
    const gone = await makeSchool(urls.operator);
    const before = await getPlatformStatistics(ADMIN);
    const [deletedAt, purgeAfter] = [new Date(), new Date(Date.now() + 1_000_000)];
    await setSchool(gone.id, { status: "inactive", deletedAt, purgeAfter });
    const after = await getPlatformStatistics(ADMIN);
    expect(after.schools.all).toBe(before.schools.all - 1);
    const deleted = ({ schools }: typeof after) =>
      schools.byState.find(({ state }) => state === "deleted")?.count ?? 0;
    expect(deleted(after)).toBe(deleted(before) + 1);
    expect(after.growth.at(-1)?.schools).toBe((before.growth.at(-1)?.schools ?? 0) - 1);
  });
});
