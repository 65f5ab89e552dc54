import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { auditEvents } from "@/db/schema/core/audit";
import { organizations } from "@/db/schema/core/organizations";
import type { Actor } from "@/db/scope";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { callerOf, openSession } from "../../../../tests/support/sessions";
import { deleteOrganization, restoreOrganization, updateAnyOrganization } from "./index";

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const ADMIN: Actor = master.actor(master.people.ADMIN);
const DAY = 86_400_000;

describe.each(["app", APART])("a school placed in %s", (placement) => {
  let school: TestSchool;
  const organizationId = () => ({ organizationId: school.id });
  const remove = () => deleteOrganization(ADMIN, { ...organizationId(), confirm: school.slug });
  const row = () =>
    asOperator(urls.operator, async ({ db }) => {
      const [found] = await db.select().from(organizations).where(eq(organizations.id, school.id));
      return found;
    });

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("is out of its people's reach from the next request on, and comes back whole", async () => {
    const session = await openSession(urls.operator, school.people.ORG_ADMIN);
    const reads = async () => (await callerOf(session)).caller.class.list({});
    const before = await reads();
    const { purgeAfter } = await remove();
    expect(purgeAfter.getTime() - Date.now()).toBeGreaterThan(29.9 * DAY);
    await expect(reads()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await row()).toMatchObject({ status: "inactive", deletedAt: expect.any(Date), purgeAfter });
    expect(await restoreOrganization(ADMIN, organizationId())).toEqual({ status: "active" });
    expect(await reads()).toEqual(before);
    expect(await row()).toMatchObject({ status: "active", deletedAt: null, purgeAfter: null });
    // Its own log tells it, and so does the platform's, which outlives it.
    const told = ["organization.deleted", "organization.restored"];
    const own = await eventsAbout(urls.operator, school, school.id);
    expect(own.map(({ action }) => action)).toEqual(told);
    expect(own[0]).toMatchObject({ before: { status: "active" }, after: { slug: school.slug } });
    const platform = await asOperator(urls.operator, ({ db }) =>
      db
        .select()
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, school.id))
        .orderBy(auditEvents.createdAt),
    );
    expect(platform.filter((event) => event.organizationId === null).map(({ action }) => action)).toEqual(
      told,
    );
  });

  test("goes back to being suspended where it was, however often it is deleted", async () => {
    await updateAnyOrganization(ADMIN, { ...organizationId(), status: "suspended" });
    await remove();
    expect(await restoreOrganization(ADMIN, organizationId())).toEqual({ status: "suspended" });
    await updateAnyOrganization(ADMIN, { ...organizationId(), status: "active" });
    await remove();
    expect(await restoreOrganization(ADMIN, organizationId())).toEqual({ status: "active" });
  });

  test("is deleted by its slug alone, once, and restored while its time lasts", async () => {
    const mistyped = deleteOrganization(ADMIN, { ...organizationId(), confirm: `${school.slug}x` });
    expect(await refusal(mistyped)).toMatchObject({
      ...{ kind: "invalid", key: "organization.confirmSlug", field: "confirm" },
    });
    expect(await refusal(restoreOrganization(ADMIN, organizationId()))).toMatchObject({
      key: "organization.notDeleted",
    });
    await remove();
    expect(await refusal(remove())).toMatchObject({ key: "organization.deleted" });
    const reopened = updateAnyOrganization(ADMIN, { ...organizationId(), status: "active" });
    expect(await refusal(reopened)).toMatchObject({ key: "organization.deleted" });
    await asOperator(urls.operator, ({ db }) =>
      db.update(organizations).set({ purgeAfter: new Date() }).where(eq(organizations.id, school.id)),
    );
    expect(await refusal(restoreOrganization(ADMIN, organizationId()))).toMatchObject({
      key: "organization.pastRestoring",
    });
  });
});

test("the master is never deleted", async () => {
  const attempt = deleteOrganization(ADMIN, { organizationId: master.id, confirm: master.slug });
  expect(await refusal(attempt)).toMatchObject({ kind: "conflict", key: "organization.masterStays" });
});
