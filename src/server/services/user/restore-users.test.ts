import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { users } from "@/db/schema/core/users";
import { classCoaches } from "@/db/schema/tenant/classes";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout, memberRow, rosterOf } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { createUser } from "./create-user";
import { transferUser } from "./index";
import { previewRemoval, removeUsers } from "./remove-users";
import { restoreUsers } from "./restore-users";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("removal from a school placed in %s", (placement) => {
  let school: TestSchool;
  let neighbour: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const platform = () => school.actor(school.people.ADMIN);
  const roster = () => rosterOf(urls.operator, school, school.classes.led);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    neighbour = await makeSchool(urls.operator, placement);
  });

  test("is foretold, ends classes, keeps the row, and comes back as it was", async () => {
    const { COACH, STUDENT, ORG_ADMIN } = school.people;
    const ids = [COACH.id, STUDENT.id, ORG_ADMIN.id];
    const [led] = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return tx.db.select().from(classCoaches).where(eq(classCoaches.classId, school.classes.led));
    });
    expect(led?.isLead).toBe(true);
    const before = await roster();
    expect(await previewRemoval(admin(), { ids })).toMatchObject({
      coachedCount: 1,
      enrolledCount: 1,
      withoutCoach: [expect.stringMatching(/^Led/)],
      results: [{ ok: true }, { ok: true }, { ok: false, code: "yourself" }],
    });
    expect(await roster()).toEqual(before);

    expect(await removeUsers(admin(), { ids })).toMatchObject([
      { ok: true },
      { ok: true },
      { code: "yourself" },
    ]);
    expect(await roster()).toEqual({
      coaches: [],
      students: [{ userId: STUDENT.id, state: "withdrawn" }],
    });
    expect(await memberRow(urls.operator, COACH)).toMatchObject({ role: "COACH", leftAt: expect.any(Date) });
    expect(await eventsAbout(urls.operator, school, COACH.id)).toMatchObject([
      {
        action: "user.removed",
        before: { role: "COACH", coached: [{ classId: school.classes.led, isLead: true }] },
      },
    ]);

    const restored = await restoreUsers(admin(), { ids: [...ids, neighbour.people.STUDENT.id] });
    expect(restored).toMatchObject({
      restored: 2,
      results: [{ ok: true }, { ok: true }, { code: "not_found" }, { code: "not_found" }],
    });
    expect(await roster()).toEqual(before);
    expect(await memberRow(urls.operator, COACH)).toMatchObject({ role: "COACH", leftAt: null });
    expect((await eventsAbout(urls.operator, school, STUDENT.id)).at(-1)?.action).toBe("user.restored");
  });

  test("leaves alone what ended before it, and whoever leads by now", async () => {
    const { COACH, STUDENT } = school.people;
    const other = await addMember(urls.operator, school, { role: "COACH" });
    await removeUsers(admin(), { ids: [COACH.id] });
    await removeUsers(admin(), { ids: [STUDENT.id] });
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      await tx.db.insert(classCoaches).values({
        organizationId: school.id,
        id: newId(),
        classId: school.classes.led,
        userId: other.id,
        isLead: true,
      });
    });
    await restoreUsers(admin(), { ids: [COACH.id] });
    const { coaches, students } = await roster();
    expect(coaches.filter(({ isLead }) => isLead)).toEqual([{ userId: other.id, isLead: true }]);
    expect(coaches).toContainEqual({ userId: COACH.id, isLead: false });
    expect(students).toEqual([{ userId: STUDENT.id, state: "withdrawn" }]);
  });

  test("cannot be undone for somebody above, by another school, or after 30 days", async () => {
    const { ADMIN, STUDENT } = school.people;
    await removeUsers({ ...admin(), role: "ADMIN" }, { ids: [ADMIN.id] });
    expect(await restoreUsers(admin(), { ids: [ADMIN.id] })).toMatchObject({
      restored: 0,
      results: [{ ok: false, code: "above_you" }],
    });
    expect(await memberRow(urls.operator, ADMIN)).toMatchObject({ leftAt: expect.any(Date) });
    await removeUsers(admin(), { ids: [STUDENT.id] });
    const foreign = await refusal(
      restoreUsers(neighbour.actor(neighbour.people.ORG_ADMIN), { ids: [STUDENT.id] }),
    );
    expect(foreign.kind).toBe("not_found");
    await asOperator(urls.operator, ({ db }) =>
      db
        .update(users)
        .set({ leftAt: new Date(Date.now() - 31 * 86_400_000) })
        .where(eq(users.id, STUDENT.id)),
    );
    expect(await refusal(restoreUsers(admin(), { ids: [STUDENT.id] }))).toEqual(foreign);
  });

  test("conflicts where the person belongs to a school again, and then changes nothing", async () => {
    const { STUDENT, PARENT } = school.people;
    await removeUsers(admin(), { ids: [STUDENT.id, PARENT.id] });
    await createUser(platform(), {
      organizationId: school.id,
      email: STUDENT.email,
      name: "Again",
      role: "STUDENT",
    });
    const refused = await refusal(restoreUsers(admin(), { ids: [STUDENT.id, PARENT.id] }));
    expect(refused).toMatchObject({ kind: "conflict", key: "user.elsewhere" });
    expect(await memberRow(urls.operator, PARENT)).toMatchObject({ leftAt: expect.any(Date) });
    expect(await restoreUsers(admin(), { ids: [PARENT.id] })).toMatchObject({ restored: 1 });
  });

  test("is not what a transfer was: nobody is fetched back from one", async () => {
    const { STUDENT } = school.people;
    await removeUsers(admin(), { ids: [STUDENT.id] });
    await restoreUsers(admin(), { ids: [STUDENT.id] });
    const { userId } = await transferUser(platform(), {
      organizationId: school.id,
      userId: STUDENT.id,
      toOrganizationId: neighbour.id,
    });
    await removeUsers(neighbour.actor(neighbour.people.ORG_ADMIN), { ids: [userId] });
    expect(await refusal(restoreUsers(admin(), { ids: [STUDENT.id] }))).toMatchObject({ kind: "not_found" });
  });
});
