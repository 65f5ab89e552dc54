import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { sessions } from "@/db/schema/core/accounts";
import { invitations } from "@/db/schema/core/invitations";
import { organizations } from "@/db/schema/core/organizations";
import { apiKeys } from "@/db/schema/core/programs";
import { workspaces } from "@/db/schema/core/workspaces";
import type { Actor } from "@/db/scope";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout, memberRow, rosterOf } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { addCoaches } from "../class";
import { createUser, previewTransfer, removeMember, restoreUsers, transferUser } from "./index";

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const ADMIN: Actor = master.actor(master.people.ADMIN);
const DAY = 86_400_000;

const rows = <T>(fn: Parameters<typeof asOperator<T>>[1]) => asOperator(urls.operator, fn);

function invite(school: TestSchool, email: string) {
  return rows(({ db }) =>
    db.insert(invitations).values({
      ...{ organizationId: school.id, id: newId(), email, searchKey: " x", role: "STUDENT" },
      expiresAt: new Date(Date.now() + DAY),
    }),
  );
}

/** What a person has beside their classes: a key for programs, a session at the school's address, a workspace. */
async function giveThings(school: TestSchool, { id, accountId }: TestPerson) {
  const [keyId, sessionId, expiresAt] = [newId(), newId(), new Date(Date.now() + DAY)];
  await rows(async ({ db }) => {
    await db.insert(apiKeys).values({
      ...{ organizationId: school.id, id: keyId, name: "Timetable", prefix: "hr_x", keyHash: newId() },
      ...{ permissions: ["class:list"], createdBy: id, expiresAt },
    });
    await db.insert(sessions).values([
      { id: sessionId, accountId, expiresAt, organizationId: school.id },
      { id: newId(), accountId, expiresAt },
    ]);
    await db.insert(workspaces).values({ id: newId(), accountId, name: "Notes" });
  });
  return { keyId, sessionId };
}

const endOf = (keyId: string, accountId: string) =>
  rows(async ({ db }) => {
    const [key] = await db.select().from(apiKeys).where(eq(apiKeys.id, keyId));
    const open = await db.select().from(sessions).where(eq(sessions.accountId, accountId));
    return {
      key: key?.revokedAt,
      sessions: open.map(({ organizationId, revokedAt }) => [organizationId, revokedAt !== null]),
    };
  });

describe.each([
  ["app", APART],
  [APART, "app"],
])("from a school placed in %s to one in %s", (from, to) => {
  let school: TestSchool;
  let target: TestSchool;
  const input = (person: TestPerson) => ({
    ...{ organizationId: school.id, userId: person.id, toOrganizationId: target.id },
  });

  beforeEach(async () => {
    school = await makeSchool(urls.operator, from);
    target = await makeSchool(urls.operator, to);
  });

  test("what is shown before is what is recorded after", async () => {
    const { COACH, ORG_ADMIN } = school.people;
    const second = await addMember(urls.operator, school, { role: "COACH", name: "Second Coach" });
    await addCoaches(school.actor(ORG_ADMIN), { id: school.classes.led, userIds: [second.id] });
    const { keyId } = await giveThings(school, COACH);
    await invite(school, COACH.email);
    await invite(target, COACH.email);
    const shown = await previewTransfer(ADMIN, input(COACH));
    expect(shown).toMatchObject({
      person: { id: COACH.id, name: COACH.name, email: COACH.email, role: "COACH" },
      ...{ from: { id: school.id }, to: { id: target.id }, role: "COACH", refusal: null },
      ...{ moves: { workspaces: 1 }, stays: { enrollments: 0 } },
      closes: {
        enrollments: [],
        coached: [
          { id: school.classes.led, isLead: true, successor: { id: second.id, name: "Second Coach" } },
        ],
        invitations: { from: 1, to: 1 },
        apiKeys: [{ id: keyId, name: "Timetable" }],
        sessions: 1,
      },
    });
    // A look changes nothing.
    expect(await previewTransfer(ADMIN, input(COACH))).toEqual(shown);
    const { userId } = await transferUser(ADMIN, input(COACH));
    expect(await eventsAbout(urls.operator, school, COACH.id)).toMatchObject([
      {
        action: "user.left",
        ...{ actorAccountId: ADMIN.accountId, actorUserId: null },
        before: {
          coached: [{ classId: school.classes.led, successorId: second.id }],
          apiKeys: ["Timetable"],
        },
        after: { transferredTo: expect.any(String) },
      },
    ]);
    expect(await eventsAbout(urls.operator, target, userId)).toMatchObject([
      { action: "user.transferred_in", after: { transferredFrom: expect.any(String) } },
    ]);
    expect((await rosterOf(urls.operator, school, school.classes.led)).coaches).toEqual([
      { userId: second.id, isLead: true },
    ]);
    const pending = await rows(({ db }) =>
      db.select({ status: invitations.status }).from(invitations).where(eq(invitations.email, COACH.email)),
    );
    expect(pending).toEqual([{ status: "revoked" }, { status: "revoked" }]);
    expect(await endOf(keyId, COACH.accountId)).toEqual({
      key: expect.any(Date),
      sessions: expect.arrayContaining([
        [school.id, true],
        [null, false],
      ]),
    });
  });

  test("a student's places and history are shown, and what stands against it", async () => {
    const { STUDENT, ORG_ADMIN } = school.people;
    const preview = await previewTransfer(ADMIN, input(STUDENT));
    expect(preview.closes.enrollments).toMatchObject([{ id: school.classes.led, isWaiting: false }]);
    expect(preview.stays.enrollments).toBe(1);
    const why = async (person: TestPerson, more = {}) => {
      const asked = { ...input(person), ...more };
      const { refusal: told } = await previewTransfer(ADMIN, asked);
      const { key, values } = await refusal(transferUser(ADMIN, asked));
      expect(told).toEqual({ key, values });
      return key;
    };
    expect(await why(ORG_ADMIN)).toBe("user.lastAdmin");
    const set = (values: Partial<typeof organizations.$inferInsert>) =>
      rows(({ db }) => db.update(organizations).set(values).where(eq(organizations.id, target.id)));
    await set({ maxUsers: 5 });
    expect(await why(STUDENT)).toBe("user.noSeats");
    // A seat that waits for this very person is theirs.
    await set({ maxUsers: 6 });
    await invite(target, STUDENT.email);
    expect((await previewTransfer(ADMIN, input(STUDENT))).refusal).toBeNull();
    for (const status of ["suspended", "inactive"] as const) {
      await set({ status });
      expect(await why(STUDENT)).toBe("organization.notActive");
    }
    expect((await memberRow(urls.operator, STUDENT)).leftAt).toBeNull();
  });

  test("the platform adds and removes people of any school, never oneself, and within its seats", async () => {
    const { COACH, ORG_ADMIN } = school.people;
    const { keyId } = await giveThings(school, COACH);
    await removeMember(ADMIN, { organizationId: school.id, userId: COACH.id });
    expect(await endOf(keyId, COACH.accountId)).toMatchObject({ key: expect.any(Date) });
    expect(await eventsAbout(urls.operator, school, COACH.id)).toMatchObject([
      { action: "user.removed_by_platform", before: { role: "COACH", apiKeys: ["Timetable"] } },
    ]);
    // What the platform ended is not the school's to undo.
    expect(await refusal(restoreUsers(school.actor(ORG_ADMIN), { ids: [COACH.id] }))).toMatchObject({
      kind: "not_found",
    });
    expect(await refusal(removeMember(ADMIN, { organizationId: school.id, userId: COACH.id }))).toMatchObject(
      {
        kind: "not_found",
      },
    );
    const lastAdmin = removeMember(ADMIN, { organizationId: school.id, userId: ORG_ADMIN.id });
    expect(await refusal(lastAdmin)).toMatchObject({ key: "user.lastAdmin" });
    const oneself = { organizationId: master.id, userId: master.people.ADMIN.id };
    expect(await refusal(removeMember(ADMIN, oneself))).toMatchObject({ key: "user.yourself" });
    expect(await refusal(transferUser(ADMIN, { ...oneself, toOrganizationId: target.id }))).toMatchObject({
      key: "user.yourself",
    });
    const back = { organizationId: target.id, email: COACH.email, name: "Else", role: "COACH" as const };
    await rows(({ db }) =>
      db.update(organizations).set({ maxUsers: 5 }).where(eq(organizations.id, target.id)),
    );
    expect(await refusal(createUser(ADMIN, back))).toMatchObject({ key: "user.noSeats" });
    await rows(({ db }) =>
      db.update(organizations).set({ maxUsers: 6 }).where(eq(organizations.id, target.id)),
    );
    await invite(target, COACH.email);
    expect((await createUser(ADMIN, back)).isNewAccount).toBe(false);
  });
});
