import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { users } from "@/db/schema/core/users";
import { classCoaches } from "@/db/schema/tenant/classes";
import { addPupils, enrolAll, openClass, placesOf } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout, memberRow, rosterOf } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { addCoaches, archiveClasses, setLead } from "../class";
import { createUser } from "./create-user";
import { suspendUsers, transferUser } from "./index";
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
      takenOver: [expect.stringMatching(/^Led/)],
      withoutCoach: [],
      results: [{ ok: true }, { ok: true }, { ok: false, code: "yourself" }],
    });
    expect(await roster()).toEqual(before);

    expect(await removeUsers(admin(), { ids })).toMatchObject([
      { ok: true },
      { ok: true },
      { code: "yourself" },
    ]);
    // No class without a lead: who acts takes it over.
    expect(await roster()).toEqual({
      coaches: [{ userId: ORG_ADMIN.id, isLead: true }],
      students: [{ userId: STUDENT.id, state: "withdrawn" }],
    });
    expect(await memberRow(urls.operator, COACH)).toMatchObject({ role: "COACH", leftAt: expect.any(Date) });
    const taken = {
      classId: school.classes.led,
      isLead: true,
      successorId: ORG_ADMIN.id,
      isInterim: true,
    };
    expect(await eventsAbout(urls.operator, school, COACH.id)).toMatchObject([
      { action: "user.removed", before: { role: "COACH", coached: [taken] } },
    ]);
    expect(await eventsAbout(urls.operator, school, school.classes.led)).toMatchObject([
      { action: "class.lead_changed", after: { lead: { id: ORG_ADMIN.id } } },
      { action: "class.student_withdrawn", after: { because: "left_school" } },
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
    await setLead(admin(), { id: school.classes.led, userId: other.id });
    await restoreUsers(admin(), { ids: [COACH.id] });
    const { coaches, students } = await roster();
    expect(coaches.filter(({ isLead }) => isLead)).toEqual([{ userId: other.id, isLead: true }]);
    expect(coaches).toContainEqual({ userId: COACH.id, isLead: false });
    expect(students).toEqual([{ userId: STUDENT.id, state: "withdrawn" }]);
  });

  test("hands a lead to the coach who has been there longest, who gives it back", async () => {
    const { COACH, ORG_ADMIN } = school.people;
    const id = school.classes.led;
    const [first, second] = [
      await addMember(urls.operator, school, { role: "COACH", name: "Zoe First" }),
      await addMember(urls.operator, school, { role: "COACH", name: "Abel Second" }),
    ];
    for (const helper of [first, second]) await addCoaches(admin(), { id, userIds: [helper.id] });
    const lead = async () => (await roster()).coaches.find(({ isLead }) => isLead)?.userId;
    const gone = { takenOver: [], withoutCoach: [] };
    expect(await previewRemoval(admin(), { ids: [COACH.id] })).toMatchObject(gone);
    await suspendUsers(admin(), { ids: [first.id] });
    await removeUsers(admin(), { ids: [COACH.id] });
    expect(await lead()).toBe(second.id);
    await removeUsers(admin(), { ids: [second.id] });
    // Whoever is suspended takes nothing over.
    expect(await lead()).toBe(ORG_ADMIN.id);
    await restoreUsers(admin(), { ids: [COACH.id, second.id] });
    expect((await roster()).coaches).toEqual(
      expect.arrayContaining([
        { userId: COACH.id, isLead: true },
        { userId: first.id, isLead: false },
        { userId: second.id, isLead: false },
      ]),
    );
    expect((await roster()).coaches).toHaveLength(3);
  });

  test("leaves a class without a lead only where nobody of the school acts", async () => {
    const { COACH } = school.people;
    const visitor = { ...admin(), userId: null };
    expect(await previewRemoval(visitor, { ids: [COACH.id] })).toMatchObject({
      takenOver: [],
      withoutCoach: [expect.stringMatching(/^Led/)],
    });
    await removeUsers(visitor, { ids: [COACH.id] });
    expect((await roster()).coaches).toEqual([]);
    expect(await eventsAbout(urls.operator, school, school.classes.led)).toMatchObject([
      { action: "class.lead_lost", before: { lead: { id: COACH.id } }, after: { lead: null } },
    ]);
    await restoreUsers(visitor, { ids: [COACH.id] });
    expect((await roster()).coaches).toEqual([{ userId: COACH.id, isLead: true }]);
  });

  test("frees a seat for who waits, and gives back one that is free", async () => {
    const pupils = await addPupils(urls.operator, school, 4);
    const ids = pupils.map((pupil) => pupil.id);
    const id = await openClass(school, { name: "Tight", capacity: 2 });
    const old = await openClass(school, { name: "Old" });
    await enrolAll(school, id, pupils);
    await enrolAll(school, old, pupils.slice(0, 1));
    await archiveClasses(admin(), { ids: [old] });
    const places = () => placesOf(urls.operator, school, id);
    await removeUsers(admin(), { ids: [ids[0] ?? "", ids[3] ?? ""] });
    expect(await places()).toMatchObject({ active: [ids[1], ids[2]], waiting: [] });
    expect((await placesOf(urls.operator, school, old)).withdrawn).toEqual([ids[0]]);
    const [late] = await addPupils(urls.operator, school, 1, "Late");
    await enrolAll(school, id, late ? [late] : []);
    expect((await places()).waitNumbers).toEqual([1]);
    await restoreUsers(admin(), { ids: [ids[3] ?? "", ids[0] ?? ""] });
    // Number 2 is theirs again; who had a seat waits behind.
    expect(await places()).toMatchObject({
      active: [ids[1], ids[2]],
      waiting: [late?.id, ids[3], ids[0]],
      waitNumbers: [1, 2, 3],
      withdrawn: [],
    });
    expect((await placesOf(urls.operator, school, old)).active).toEqual([ids[0]]);
    await removeUsers(admin(), { ids: ids.slice(1, 3) });
    expect(await places()).toMatchObject({ active: [ids[3], late?.id], waiting: [ids[0]] });
    expect(
      (await eventsAbout(urls.operator, school, id)).map(({ action, after }) => [action, after?.because]),
    ).toEqual([
      ["class.created", undefined],
      ["class.student_enrolled", undefined],
      ["class.student_waiting", undefined],
      ["class.student_withdrawn", "left_school"],
      ["class.student_promoted", undefined],
      ["class.student_waiting", undefined],
      ["class.student_waiting", "back_at_school"],
      ["class.student_withdrawn", "left_school"],
      ["class.student_promoted", undefined],
    ]);
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
