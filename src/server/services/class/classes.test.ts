import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addClass, eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { createClass } from "./create-class";
import { getClass } from "./get-class";
import { listClasses } from "./list-classes";
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
    const { id } = await createClass(admin(), { name: "Física 9A", capacity: 20 });
    expect(await refusal(createClass(admin(), { name: "FISICA 9a" }))).toEqual({
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
    await createClass(neighbour.actor(neighbour.people.ORG_ADMIN), { name: "Física 9A" });
    await addClass(urls.operator, school, { name: "Química", state: "archived" });
    await createClass(admin(), { name: "Química" });
    expect((await listClasses(admin())).map(({ name, state }) => `${name} ${state}`)).toEqual([
      "fisica 9A active",
      expect.stringMatching(/^Led/),
      expect.stringMatching(/^Other/),
      "Química active",
      "Química archived",
    ]);
    expect(await eventsAbout(urls.operator, school, id)).toMatchObject([
      { action: "class.created", after: { name: "Física 9A", capacity: 20 } },
      {
        action: "class.updated",
        before: { name: "Física 9A", capacity: 20 },
        after: { name: "fisica 9A", capacity: 20 },
      },
    ]);
  });

  test("are seen and changed by the coaches that they have, and by admins", async () => {
    const { led, other } = school.classes;
    expect(await getClass(admin(), { id: led })).toMatchObject({
      coaches: [{ id: school.people.COACH.id, isLead: true }],
      roster: [{ id: school.people.STUDENT.id }],
    });
    expect((await getClass(coach(), { id: led })).roster).toHaveLength(1);
    expect((await listClasses(coach())).map(({ id }) => id)).toEqual([led]);
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

  test("of another school are as good as none; archived ones stay as they are", async () => {
    const neighbour = await makeSchool(urls.operator, placement);
    const stranger = neighbour.actor(neighbour.people.ORG_ADMIN);
    const id = school.classes.led;
    const absent = await refusal(getClass(stranger, { id: newId() }));
    expect(await refusal(getClass(stranger, { id }))).toEqual(absent);
    expect(await refusal(updateClass(stranger, { id, name: "Ours" }))).toEqual(absent);
    const archived = await addClass(urls.operator, school, { name: "Of last year", state: "archived" });
    expect(await refusal(updateClass(admin(), { id: archived, name: "New" }))).toMatchObject({
      kind: "conflict",
      key: "class.archived",
    });
  });

  test("are a person's own where they coach or attend, and nobody else's", async () => {
    const { led } = school.classes;
    const coached = [{ id: led, isLead: true, studentCount: 1, capacity: null }];
    expect(await listOwnClasses(coach())).toMatchObject({ coached, attended: [] });
    expect(await listOwnClasses(school.actor(school.people.STUDENT))).toMatchObject({
      coached: [],
      attended: [{ id: led, coaches: [school.people.COACH.name] }],
    });
    expect(await listOwnClasses(admin())).toEqual({ coached: [], attended: [] });
  });
});
