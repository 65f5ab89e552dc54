import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { callerOf, endVisit, openSession } from "../../../../tests/support/sessions";

const { urls } = await useTestDatabase();

const REASON = "Ticket 4711: a class is missing";

let home: TestSchool;
beforeAll(async () => {
  home = await makeSchool(urls.operator);
});

const signIn = (school: TestSchool = home, role: "ADMIN" | "ORG_ADMIN" = "ADMIN") =>
  openSession(urls.operator, school.people[role]);

async function answerOf(attempt: Promise<unknown>) {
  return attempt.then(
    () => "yes",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

async function setStatus(id: string, status: "active" | "suspended" | "inactive") {
  await asOperator(urls.operator, ({ db }) =>
    db.update(organizations).set({ status }).where(eq(organizations.id, id)),
  );
}

describe.each(["app", APART])("a visit to a school placed in %s", (placement) => {
  let school: TestSchool;
  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("shows the school, is read in its log, and ends where it began", async () => {
    const claims = await signIn();
    const at = async () => (await callerOf(claims)).caller;
    const enter = { organizationId: school.id, reason: `  ${REASON} `, minutes: 20 };
    const { until } = await (await at()).platform.enterOrganization(enter);
    expect(Math.round((until.getTime() - Date.now()) / 60_000)).toBe(20);

    const { session, caller } = await callerOf(claims);
    expect(session?.organization?.id).toBe(home.id);
    expect(session?.entered).toMatchObject({ organization: { id: school.id }, readOnly: true, until });
    expect(await caller.organization.get()).toMatchObject({ id: school.id });
    const { rows } = await caller.user.list({});
    expect(rows.map(({ id }) => id)).toContain(school.people.STUDENT.id);
    expect(rows.map(({ id }) => id)).not.toContain(home.people.STUDENT.id);
    expect(Object.values(await caller.class.mine()).flat()).toEqual([]);
    expect((await caller.session.list()).find(({ current }) => current)).toMatchObject({
      entered: { school: expect.stringContaining("School"), until },
    });

    await caller.platform.leaveOrganization();
    const after = await callerOf(claims);
    expect(after.session?.entered).toBeNull();
    expect(await after.caller.organization.get()).toMatchObject({ id: home.id });
    await after.caller.platform.leaveOrganization();

    const told = await eventsAbout(urls.operator, school, school.id);
    expect(told).toMatchObject([
      {
        action: "platform.entered",
        actorName: home.people.ADMIN.name,
        actorAccountId: home.people.ADMIN.accountId,
        actorUserId: null,
        after: { reason: REASON, readOnly: true, until: until.toISOString() },
        ipAddress: "203.0.113.7",
      },
      { action: "platform.left", actorUserId: null },
    ]);
    expect(await eventsAbout(urls.operator, home, school.id)).toEqual([]);
  });

  test("that only looks is refused every write, by the API and by the database", async () => {
    const claims = await signIn();
    await (await callerOf(claims)).caller.platform.enterOrganization({
      organizationId: school.id,
      reason: REASON,
    });
    const { caller } = await callerOf(claims);
    const suspension = caller.user.suspend({ ids: [school.people.STUDENT.id] });
    expect(await answerOf(suspension)).toBe("entered.readOnly");
    // A query that is recorded writes too.
    expect(await answerOf(caller.user.export({}))).toBe("entered.readOnly");
    expect(await answerOf(caller.audit.export({}))).toBe("entered.readOnly");
    expect((await caller.audit.list({ kinds: ["people"] })).rows).toEqual([]);
    // What is the account's own is no affair of the school's.
    await caller.account.updatePreferences({ theme: "dark" });
  });

  test("that may write does so as the school's admin, and no further", async () => {
    const claims = await signIn();
    await (await callerOf(claims)).caller.platform.enterOrganization({
      organizationId: school.id,
      reason: REASON,
      readOnly: false,
    });
    const { caller } = await callerOf(claims);
    const { id } = school.people.PARENT;
    await caller.user.suspend({ ids: [id] });
    const { name: onBehalfOf } = await caller.organization.get();
    expect(await eventsAbout(urls.operator, school, id)).toMatchObject([
      {
        action: "user.suspended",
        actorName: home.people.ADMIN.name,
        actorUserId: null,
        onBehalfOf,
        via: "web",
      },
    ]);
    const [raised] = await caller.user.setRole({ ids: [id], role: "ADMIN" });
    expect(raised).toMatchObject({ ok: false, code: "role_not_allowed" });
    expect(await answerOf(caller.platform.listOrganizations({}))).toBe("entered.leaveFirst");
    await caller.platform.leaveOrganization();
  });

  test("shows nothing of the school any longer when its time is over", async () => {
    const claims = await signIn();
    const enter = { organizationId: school.id, reason: REASON };
    await (await callerOf(claims)).caller.platform.enterOrganization(enter);
    await endVisit(urls.operator, claims);
    const { session, caller } = await callerOf(claims);
    expect(session?.entered).toBeNull();
    expect(await caller.organization.get()).toMatchObject({ id: home.id });
    expect(await answerOf(caller.user.get({ id: school.people.STUDENT.id }))).toBe("notFound");
    expect(await answerOf(caller.class.get({ id: school.classes.led }))).toBe("notFound");
    // Another one may begin.
    await caller.platform.enterOrganization(enter);
  });
});

describe("the door", () => {
  test("opens to the platform's admin alone", async () => {
    const school = await makeSchool(urls.operator);
    const neighbour = await signIn(school, "ORG_ADMIN");
    const { caller } = await callerOf(neighbour);
    const enter = { organizationId: home.id, reason: REASON };
    expect(await answerOf(caller.platform.enterOrganization(enter))).toBe("forbidden");
    await caller.platform.leaveOrganization();
    expect(await eventsAbout(urls.operator, home, home.id)).toEqual([]);
  });

  test("leads into one school at a time, not into one's own, and to suspended ones but not to closed ones", async () => {
    const [one, other] = [await makeSchool(urls.operator), await makeSchool(urls.operator)];
    const claims = await signIn();
    const enter = async (organizationId: string) =>
      answerOf(
        (await callerOf(claims)).caller.platform.enterOrganization({ organizationId, reason: REASON }),
      );
    expect(await enter(home.id)).toBe("entered.ownSchool");
    expect(await enter(newId())).toBe("notFound");
    await setStatus(one.id, "suspended");
    expect(await enter(one.id)).toBe("yes");
    expect(await enter(other.id)).toBe("entered.leaveFirst");
    await setStatus(one.id, "inactive");
    expect((await callerOf(claims)).session?.entered).toBeNull();
    expect(await enter(one.id)).toBe("entered.closed");
    expect(await enter(other.id)).toBe("yes");
  });

  test("shuts with the rank that opened it", async () => {
    const school = await makeSchool(urls.operator);
    const own = await makeSchool(urls.operator);
    const claims = await signIn(own);
    await (await callerOf(claims)).caller.platform.enterOrganization({
      organizationId: school.id,
      reason: REASON,
    });
    expect((await callerOf(claims)).session?.entered).not.toBeNull();
    await asOperator(urls.operator, ({ db }) =>
      db.update(users).set({ role: "ORG_ADMIN" }).where(eq(users.id, own.people.ADMIN.id)),
    );
    const { session, caller } = await callerOf(claims);
    expect(session?.entered).toBeNull();
    expect(await caller.organization.get()).toMatchObject({ id: own.id });
  });

  test("asks for a reason that says something, and an hour at most", async () => {
    const { caller } = await callerOf(await signIn());
    const enter = { organizationId: home.id, reason: REASON };
    for (const wrong of [{ reason: " look " }, { reason: "x".repeat(201) }, { minutes: 61 }])
      await expect(caller.platform.enterOrganization({ ...enter, ...wrong })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
  });

  test("is one of this session alone", async () => {
    const school = await makeSchool(urls.operator);
    const [claims, elsewhere] = [await signIn(), await signIn()];
    await (await callerOf(claims)).caller.platform.enterOrganization({
      organizationId: school.id,
      reason: REASON,
    });
    expect((await callerOf(elsewhere)).session?.entered).toBeNull();
    await (await callerOf(elsewhere)).caller.platform.leaveOrganization();
    expect((await callerOf(claims)).session?.entered).not.toBeNull();
  });
});
