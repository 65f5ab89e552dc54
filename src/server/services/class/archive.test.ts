import { beforeEach, describe, expect, test } from "vitest";
import { duplicateClassInput } from "@/domain/class";
import { newId } from "@/lib/ids";
import { yearIdOf } from "../../../../tests/support/academics";
import { addPupils, classNames, enrolAll, openClass, placesOf } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addClass, addMember, eventsAbout, rosterOf } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { removeUsers, setUserRole, suspendUsers } from "../user";
import { archiveClasses, previewArchive } from "./archive-classes";
import { addCoaches } from "./change-coaches";
import { duplicateClass } from "./duplicate-class";
import { getClass } from "./get-class";
import { restoreClasses } from "./restore-classes";
import { updateClass } from "./update-class";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("the archive of a school placed in %s", (placement) => {
  let school: TestSchool;
  let pupils: TestPerson[];
  let ids: string[];
  let full: string;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const places = () => placesOf(urls.operator, school, full);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    pupils = await addPupils(urls.operator, school, 4);
    ids = pupils.map((pupil) => pupil.id);
    full = await openClass(school, { name: "Full", capacity: 2 });
    await enrolAll(school, full, pupils);
  });

  test("keeps a class as it was, but for its waiting list", async () => {
    const { led } = school.classes;
    const old = await addClass(urls.operator, school, { name: "Old", state: "archived" });
    const asked = { ids: [full, led, old, newId()] };
    const results = [{ ok: true }, { ok: true }, { code: "unchanged" }, { code: "not_found" }];
    expect(await previewArchive(admin(), asked)).toMatchObject({
      results,
      studentCount: 3,
      waitingCount: 2,
      invitedCount: 0,
    });
    expect((await places()).waiting).toHaveLength(2);
    expect(await archiveClasses(admin(), asked)).toMatchObject(results);
    expect(await getClass(admin(), { id: full })).toMatchObject({
      state: "archived",
      archivedAt: expect.any(Date),
      studentCount: 2,
      waitingCount: 0,
      coaches: [{ id: school.people.COACH.id, isLead: true }],
    });
    expect((await eventsAbout(urls.operator, school, full)).slice(3)).toMatchObject([
      { action: "class.archived" },
      { action: "class.student_withdrawn", after: { count: 2, because: "class_archived" } },
    ]);
    expect(await refusal(updateClass(admin(), { id: full, capacity: 9 }))).toMatchObject({
      key: "class.archived",
    });
  });

  test("gives a class back with who waited, in the same order", async () => {
    await archiveClasses(admin(), { ids: [full] });
    await removeUsers(admin(), { ids: [ids[0] ?? ""] });
    await setUserRole(admin(), { ids: [ids[3] ?? ""], role: "PARENT" });
    expect(await restoreClasses(admin(), { ids: [full, school.classes.led, newId()] })).toMatchObject([
      { ok: true },
      { ok: false, code: "unchanged" },
      { ok: false, code: "not_found" },
    ]);
    // A seat became free meanwhile; who is no student any longer does not come back.
    expect(await places()).toMatchObject({ active: [ids[1], ids[2]], waiting: [] });
    expect(await getClass(admin(), { id: full })).toMatchObject({ state: "active", archivedAt: null });
    await archiveClasses(admin(), { ids: [full] });
    await restoreClasses(admin(), { ids: [full] });
    expect((await places()).active).toEqual([ids[1], ids[2]]);
  });

  test("keeps the order of a waiting list through archiving and restoring", async () => {
    await archiveClasses(admin(), { ids: [full] });
    await restoreClasses(admin(), { ids: [full] });
    expect(await places()).toMatchObject({
      active: ids.slice(0, 2),
      waiting: ids.slice(2),
      waitNumbers: [1, 2],
    });
  });

  test("gives back no class whose name is taken, or that nobody leads", async () => {
    const { COACH, ORG_ADMIN, STUDENT } = school.people;
    await archiveClasses(admin(), { ids: [full] });
    const twin = await openClass(school, { name: "FÚLL" });
    await archiveClasses(admin(), { ids: [twin] });
    expect(await restoreClasses(admin(), { ids: [twin, full] })).toMatchObject([
      { ok: true },
      { ok: false, code: "name_taken" },
    ]);
    await archiveClasses(admin(), { ids: [twin] });
    await removeUsers(admin(), { ids: [COACH.id] });
    expect(await restoreClasses(admin(), { ids: [full] })).toMatchObject([{ code: "without_lead" }]);
    expect(await refusal(restoreClasses(admin(), { ids: [full], leadId: STUDENT.id }))).toMatchObject({
      key: "class.cannotCoach",
      field: "leadId",
    });
    expect(await restoreClasses(admin(), { ids: [full], leadId: ORG_ADMIN.id })).toMatchObject([
      { ok: true },
    ]);
    expect((await rosterOf(urls.operator, school, full)).coaches).toEqual([
      { userId: ORG_ADMIN.id, isLead: true },
    ]);
  });

  test("of another school is as good as none", async () => {
    const neighbour = await makeSchool(urls.operator, placement);
    const stranger = neighbour.actor(neighbour.people.ORG_ADMIN);
    const absent = await refusal(archiveClasses(stranger, { ids: [newId()] }));
    expect(absent.kind).toBe("not_found");
    const asked = duplicateClassInput.parse({ id: full, name: "Ours" });
    for (const attempt of [
      () => archiveClasses(stranger, { ids: [full] }),
      () => restoreClasses(stranger, { ids: [full] }),
      () => previewArchive(stranger, { ids: [full] }),
      () => duplicateClass(stranger, asked),
    ])
      expect(await refusal(attempt())).toEqual(absent);
  });

  test("lends its classes to new ones, with coaches and students as wanted", async () => {
    const { COACH, ORG_ADMIN } = school.people;
    const helper = await addMember(urls.operator, school, { role: "COACH" });
    await addCoaches(admin(), { id: full, userIds: [helper.id] });
    const [last, next] = [await yearIdOf(school, "2025-2026"), await yearIdOf(school, "2026-2027")];
    await updateClass(admin(), { id: full, yearId: last, description: "By hand", capacity: 4 });
    await suspendUsers(admin(), { ids: [ids[1] ?? ""] });
    await archiveClasses(admin(), { ids: [full] });
    const copy = (given: Record<string, unknown>) =>
      duplicateClass(admin(), duplicateClassInput.parse({ id: full, ...given }));
    const bare = await copy({ name: "Bare" });
    expect(bare).toMatchObject({ enrolled: 0, waiting: 0 });
    expect(await getClass(admin(), { id: bare.id })).toMatchObject({
      state: "active",
      year: "2025-2026",
      description: "By hand",
      capacity: 4,
      studentCount: 0,
      coaches: [{ id: COACH.id, isLead: true }],
    });
    const whole = await copy({ name: "Full", yearId: next, withCoaches: true, withStudents: true });
    expect(await getClass(admin(), { id: whole.id })).toMatchObject({ year: "2026-2027" });
    expect(whole).toMatchObject({ enrolled: 3, waiting: 0 });
    expect((await placesOf(urls.operator, school, whole.id)).active).toEqual([ids[0], ids[2], ids[3]]);
    const { coaches } = await rosterOf(urls.operator, school, whole.id);
    expect(coaches).toEqual([
      { userId: COACH.id, isLead: true },
      { userId: helper.id, isLead: false },
    ]);
    expect((await eventsAbout(urls.operator, school, whole.id))[0]).toMatchObject({
      action: "class.created",
      after: { copyOf: { id: full, name: "Full" } },
    });
    expect(await refusal(copy({ name: "full" }))).toMatchObject({ key: "class.nameTaken", field: "name" });
    await removeUsers(admin(), { ids: [COACH.id, helper.id] });
    const orphan = await copy({ name: "Orphan", withCoaches: true });
    expect((await rosterOf(urls.operator, school, orphan.id)).coaches).toEqual([
      { userId: ORG_ADMIN.id, isLead: true },
    ]);
    const visitor = { ...admin(), userId: null };
    const asked = duplicateClassInput.parse({ id: full, name: "By nobody" });
    expect(await refusal(duplicateClass(visitor, asked))).toMatchObject({ key: "class.leadMissing" });
    expect(await classNames(admin(), { search: "nobody" })).toEqual([]);
  });

  test("lends a class with fewer seats than students to one with a waiting list", async () => {
    await updateClass(admin(), { id: full, capacity: 3 });
    await updateClass(admin(), { id: full, capacity: 1 });
    const copy = await duplicateClass(
      admin(),
      duplicateClassInput.parse({ id: full, name: "Twin", withStudents: true }),
    );
    expect(copy).toMatchObject({ enrolled: 1, waiting: 2 });
    expect(await placesOf(urls.operator, school, copy.id)).toMatchObject({
      active: ids.slice(0, 1),
      waiting: ids.slice(1, 3),
    });
  });
});
