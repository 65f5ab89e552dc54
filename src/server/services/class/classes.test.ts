import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { yearIdOf } from "../../../../tests/support/academics";
import { addPupils, classNames, enrolAll, openClass, placesOf } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addClass, addMember, eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { suspendUsers } from "../user";
import { addCoaches } from "./change-coaches";
import { classOptions } from "./class-options";
import { createClass } from "./create-class";
import { getClass } from "./get-class";
import { listOwnClasses } from "./list-own-classes";
import { updateClass } from "./update-class";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("classes of a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const coach = () => school.actor(school.people.COACH);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("have a name that no other active one has, accents and case aside", async () => {
    const leadId = school.people.COACH.id;
    const { id } = await createClass(admin(), { name: "Física 9A", capacity: 20, leadId });
    expect(await refusal(createClass(admin(), { name: "FISICA 9a", leadId }))).toEqual({
      kind: "conflict",
      key: "class.nameTaken",
      field: "name",
      values: { name: "FISICA 9a" },
    });
    expect(await refusal(updateClass(admin(), { id: school.classes.led, name: "fisica 9A" }))).toMatchObject({
      key: "class.nameTaken",
    });
    await updateClass(admin(), { id, name: "fisica 9A" });
    const neighbour = await makeSchool(urls.operator, placement);
    await openClass(neighbour, { name: "Física 9A" });
    await addClass(urls.operator, school, { name: "Química", state: "archived" });
    await openClass(school, { name: "Química" });
    expect((await classOptions(admin())).map(({ name, state }) => `${name} ${state}`)).toEqual([
      "fisica 9A active",
      expect.stringMatching(/^Led/),
      expect.stringMatching(/^Other/),
      "Química active",
      "Química archived",
    ]);
    const { name } = school.people.COACH;
    expect(await eventsAbout(urls.operator, school, id)).toMatchObject([
      {
        action: "class.created",
        after: { name: "Física 9A", capacity: 20, lead: { id: leadId, name }, coaches: [] },
      },
      { action: "class.updated", before: { name: "Física 9A" }, after: { name: "fisica 9A" } },
    ]);
  });

  test("begin with a lead who can coach, and coaches beside", async () => {
    const { COACH, ORG_ADMIN, STUDENT } = school.people;
    const helper = await addMember(urls.operator, school, { role: "COACH", name: "Abel Helper" });
    const asleep = await addMember(urls.operator, school, { role: "COACH" });
    await suspendUsers(admin(), { ids: [asleep.id] });
    const neighbour = await makeSchool(urls.operator, placement);
    const id = await openClass(school, {
      name: "Team",
      leadId: ORG_ADMIN.id,
      coachIds: [helper.id, ORG_ADMIN.id, COACH.id, helper.id],
    });
    const { coaches } = await getClass(admin(), { id });
    expect(coaches.map((one) => [one.id, one.isLead])).toEqual([
      [ORG_ADMIN.id, true],
      [helper.id, false],
      [COACH.id, false],
    ]);
    for (const leadId of [STUDENT.id, asleep.id, neighbour.people.COACH.id, newId()]) {
      const refused = { kind: "invalid", key: "class.cannotCoach", values: {} };
      expect(await refusal(createClass(admin(), { name: "None", leadId }))).toEqual({
        ...refused,
        field: "leadId",
      });
      const given = { name: "None", leadId: COACH.id, coachIds: [leadId] };
      expect(await refusal(createClass(admin(), given))).toEqual({ ...refused, field: "coachIds" });
    }
    expect(await classNames(admin(), { search: "none" })).toEqual([]);
  });

  test("are seen and changed by the coaches that they have, and by admins", async () => {
    const { led, other } = school.classes;
    const rights = { edit: true, roster: true, coaches: true, archive: true };
    expect(await getClass(admin(), { id: led })).toMatchObject({
      coaches: [{ id: school.people.COACH.id, isLead: true, status: "active", otherClassCount: 0 }],
      studentCount: 1,
      waitingCount: 0,
      invitedCount: 0,
      rights,
    });
    expect((await getClass(coach(), { id: led })).rights).toEqual({ ...rights, archive: false });
    expect(await classNames(coach())).toHaveLength(1);
    expect((await classOptions(coach())).map(({ id }) => id)).toEqual([led]);
    await updateClass(coach(), { id: led, capacity: 12 });
    expect(await getClass(admin(), { id: led })).toMatchObject({ capacity: 12 });
    const absent = await refusal(getClass(coach(), { id: newId() }));
    expect(absent.kind).toBe("not_found");
    for (const attempt of [
      () => getClass(coach(), { id: other }),
      () => updateClass(coach(), { id: other, name: "Mine now" }),
    ])
      expect(await refusal(attempt())).toEqual(absent);
    expect((await getClass(admin(), { id: other })).name).toMatch(/^Other/);
  });

  test("let a coach beside the lead see to the roster, and to nothing else", async () => {
    const helper = await addMember(urls.operator, school, { role: "COACH" });
    const id = school.classes.led;
    await addCoaches(admin(), { id, userIds: [helper.id] });
    const actor = school.actor(helper);
    expect((await getClass(actor, { id })).rights).toEqual({
      edit: false,
      roster: true,
      coaches: false,
      archive: false,
    });
    for (const attempt of [
      () => updateClass(actor, { id, name: "Mine" }),
      () => addCoaches(actor, { id, userIds: [helper.id] }),
    ])
      expect(await refusal(attempt())).toMatchObject({ kind: "forbidden", key: "forbidden" });
  });

  test("of another school are as good as none; archived ones stay as they are", async () => {
    const neighbour = await makeSchool(urls.operator, placement);
    const stranger = neighbour.actor(neighbour.people.ORG_ADMIN);
    const id = school.classes.led;
    const absent = await refusal(getClass(stranger, { id: newId() }));
    expect(await refusal(getClass(stranger, { id }))).toEqual(absent);
    expect(await refusal(updateClass(stranger, { id, name: "Ours" }))).toEqual(absent);
    const archived = await addClass(urls.operator, school, { name: "Of last year", state: "archived" });
    expect((await getClass(admin(), { id: archived })).rights).toEqual({
      edit: false,
      roster: false,
      coaches: false,
      archive: true,
    });
    expect(await refusal(updateClass(admin(), { id: archived, name: "New" }))).toMatchObject({
      kind: "conflict",
      key: "class.archived",
    });
  });

  test("keep what somebody else has changed in the meantime", async () => {
    const id = await openClass(school, {
      name: "Shared",
      description: "Old",
      year: "2025-2026",
      capacity: 5,
    });
    const yearId = await yearIdOf(school, "2025-2026");
    const base = { name: "Shared", description: "Old", yearId, capacity: 5 };
    await updateClass(admin(), { id, base, ...base, name: "Theirs", capacity: null });
    // Left alone in the second form, and so not written over.
    await updateClass(coach(), { id, base, ...base, description: "Ours" });
    expect(await getClass(admin(), { id })).toMatchObject({
      name: "Theirs",
      description: "Ours",
      year: "2025-2026",
      capacity: null,
    });
    expect(await refusal(updateClass(admin(), { id, base, ...base, capacity: 9 }))).toEqual({
      kind: "conflict",
      key: "class.stale",
      field: undefined,
      values: {
        ...{ name: "Theirs", description: "Ours", yearId, capacity: "" },
        ...{ sectionId: "", subjectId: "" },
      },
    });
    // Both want the same.
    await updateClass(admin(), { id, base, name: "Theirs" });
    await updateClass(admin(), { id, name: "Without a base" });
    expect((await eventsAbout(urls.operator, school, id)).map(({ after }) => after)).toMatchObject([
      { name: "Shared" },
      { name: "Theirs", capacity: null },
      { description: "Ours" },
      { name: "Without a base" },
    ]);
  });

  test("with more seats take in who waits, and with fewer put nobody out", async () => {
    const pupils = await addPupils(urls.operator, school, 5);
    const ids = pupils.map((pupil) => pupil.id);
    const id = await openClass(school, { name: "Tight", capacity: 2 });
    await enrolAll(school, id, pupils);
    await updateClass(admin(), { id, capacity: 3 });
    expect(await placesOf(urls.operator, school, id)).toMatchObject({
      active: ids.slice(0, 3),
      waiting: ids.slice(3),
    });
    await updateClass(admin(), { id, capacity: 1 });
    expect(await getClass(admin(), { id })).toMatchObject({ capacity: 1, studentCount: 3, waitingCount: 2 });
    await updateClass(admin(), { id, capacity: null });
    expect(await placesOf(urls.operator, school, id)).toMatchObject({ active: ids, waiting: [] });
  });

  test("are a person's own where they coach or attend, and nobody else's", async () => {
    const { led } = school.classes;
    const coached = [{ id: led, isLead: true, studentCount: 1, capacity: null }];
    expect(await listOwnClasses(coach())).toMatchObject({ coached, attended: [] });
    expect(await listOwnClasses(school.actor(school.people.STUDENT))).toMatchObject({
      coached: [],
      attended: [{ id: led, coaches: [school.people.COACH.name] }],
    });
    expect(await listOwnClasses(admin())).toMatchObject({ coached: [], attended: [] });
  });
});
