import { beforeEach, describe, expect, test } from "vitest";
import { enrollInput } from "@/domain/class";
import { newId } from "@/lib/ids";
import { addPupils, enrolAll, openClass, placesOf } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addClass, addMember, eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { removeUsers, suspendUsers } from "../user";
import { addCoaches } from "./change-coaches";
import { enroll } from "./enroll-students";
import { previewEnrollment } from "./preview-enrollment";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("enrolment in a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const coach = () => school.actor(school.people.COACH);
  const list = (id: string, text: string) => enrollInput.parse({ id, text });
  const pick = (id: string, ...people: { id: string }[]) =>
    enrollInput.parse({ id, userIds: people.map((person) => person.id) });

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("fills the seats, then the waiting list, in the order of the list", async () => {
    const pupils = await addPupils(urls.operator, school, 4);
    const [first, second, third, fourth] = pupils;
    const id = await openClass(school, { name: "Two seats", capacity: 2 });
    const preview = await previewEnrollment(coach(), pick(id, ...pupils));
    expect(preview).toMatchObject({ counts: { enroll: 2, wait: 2, not_found: 0 }, seatsLeft: 2 });
    expect(await placesOf(urls.operator, school, id)).toMatchObject({ active: [], waiting: [] });

    const done = await enroll(coach(), pick(id, ...pupils));
    expect(done).toMatchObject({ enrolled: 2, waiting: 2 });
    expect(done.results.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["Pupil 01", "enrolled"],
      ["Pupil 02", "enrolled"],
      ["Pupil 03", "waiting"],
      ["Pupil 04", "waiting"],
    ]);
    expect(await placesOf(urls.operator, school, id)).toMatchObject({
      active: [first?.id, second?.id],
      waiting: [third?.id, fourth?.id],
      waitNumbers: [1, 2],
    });
    const again = await enroll(admin(), pick(id, ...pupils));
    expect(again.results.map(({ outcome }) => outcome)).toEqual([
      "already_enrolled",
      "already_enrolled",
      "already_waiting",
      "already_waiting",
    ]);
    expect((await eventsAbout(urls.operator, school, id)).slice(1)).toMatchObject([
      {
        action: "class.student_enrolled",
        actorName: school.people.COACH.name,
        after: { count: 2, students: [{ id: first?.id, name: "Pupil 01" }, { name: "Pupil 02" }] },
      },
      { action: "class.student_waiting", after: { count: 2 } },
    ]);
    expect(await eventsAbout(urls.operator, school, third?.id ?? "")).toMatchObject([
      { action: "user.class_waiting", after: { class: { id, name: "Two seats" } } },
    ]);
  });

  test("knows people by address, and by a name that only one student has", async () => {
    const { COACH, STUDENT } = school.people;
    const pena = await addMember(urls.operator, school, { role: "STUDENT", name: "Íñigo Peña Núñez" });
    const twin = await addMember(urls.operator, school, { role: "STUDENT", name: "Ana Pérez" });
    await addMember(urls.operator, school, { role: "STUDENT", name: "Ana  PEREZ" });
    const asleep = await addMember(urls.operator, school, { role: "STUDENT", name: "Elsa Sueño" });
    const gone = await addMember(urls.operator, school, { role: "STUDENT", name: "Gone Already" });
    await suspendUsers(admin(), { ids: [asleep.id] });
    await removeUsers(admin(), { ids: [gone.id] });
    const neighbour = await makeSchool(urls.operator, placement);
    const id = school.classes.led;
    const text = [
      "pena nunez, INIGO",
      `Whatever ${twin.email.toUpperCase()}`,
      `Ana, ${twin.email.toUpperCase()}`,
      "Ana Pérez",
      "",
      "Íñigo Peña Núñez",
      "Elsa Sueno",
      "Gone Already",
      COACH.email,
      neighbour.people.STUDENT.email,
      "not an@address",
      STUDENT.email,
    ].join("\n");
    const { lines, counts } = await previewEnrollment(admin(), list(id, text));
    expect(lines.map(({ line, name, verdict, firstLine }) => [line, name, verdict, firstLine])).toEqual([
      [1, "Íñigo Peña Núñez", "enroll", null],
      [2, "", "malformed", null],
      [3, "Ana Pérez", "enroll", null],
      [4, "Ana Pérez", "ambiguous", null],
      [6, "Íñigo Peña Núñez", "repeated", 1],
      [7, "Elsa Sueño", "suspended", null],
      [8, "Gone Already", "not_found", null],
      [9, COACH.name, "not_student", null],
      [10, "", "not_found", null],
      [11, "", "malformed", null],
      [12, STUDENT.name, "already_enrolled", null],
    ]);
    expect(counts).toEqual({
      enroll: 2,
      wait: 0,
      already_enrolled: 1,
      already_waiting: 0,
      repeated: 1,
      malformed: 2,
      ambiguous: 1,
      not_found: 2,
      not_student: 1,
      suspended: 1,
    });
    const done = await enroll(admin(), list(id, text));
    expect(done).toMatchObject({ enrolled: 2, waiting: 0 });
    expect((await placesOf(urls.operator, school, id)).active.sort()).toEqual(
      [STUDENT.id, pena.id, twin.id].sort(),
    );
    const table = `Nombre;Correo\n;${twin.email}\nElsa;${asleep.email}`;
    expect((await previewEnrollment(admin(), list(id, table))).lines).toMatchObject([
      { line: 2, verdict: "already_enrolled" },
      { line: 3, verdict: "suspended" },
    ]);
    expect(await refusal(enroll(admin(), { id, text: " \n " }))).toMatchObject({
      kind: "invalid",
      key: "invitation.listEmpty",
      field: "text",
    });
  });

  test("tells a coach of students, and of nobody else who is at the school", async () => {
    const { PARENT } = school.people;
    const lines = async (actor: typeof admin) =>
      (await previewEnrollment(actor(), list(school.classes.led, PARENT.email))).lines;
    expect(await lines(admin)).toMatchObject([{ verdict: "not_student", name: PARENT.name }]);
    expect(await lines(coach)).toMatchObject([{ verdict: "not_student", name: "", userId: null }]);
  });

  test("is for the class's coaches and admins; an archived class takes nobody", async () => {
    const { STUDENT } = school.people;
    const helper = await addMember(urls.operator, school, { role: "COACH" });
    const stranger = await addMember(urls.operator, school, { role: "COACH" });
    await addCoaches(admin(), { id: school.classes.led, userIds: [helper.id] });
    const [pupil] = await addPupils(urls.operator, school, 1);
    const asked = pick(school.classes.led, pupil ?? STUDENT);
    const neighbour = await makeSchool(urls.operator, placement);
    const absent = await refusal(enroll(admin(), pick(newId(), STUDENT)));
    expect(absent.kind).toBe("not_found");
    for (const attempt of [enroll, previewEnrollment]) {
      expect(await refusal(attempt(school.actor(stranger), asked))).toEqual(absent);
      expect(await refusal(attempt(neighbour.actor(neighbour.people.ORG_ADMIN), asked))).toEqual(absent);
      const archived = await addClass(urls.operator, school, { name: newId(), state: "archived" });
      expect(await refusal(attempt(admin(), pick(archived, STUDENT)))).toMatchObject({
        key: "class.archived",
      });
    }
    const foreign = await enroll(admin(), pick(school.classes.led, neighbour.people.STUDENT));
    expect(foreign.results).toMatchObject([{ name: "", userId: null, outcome: "not_found" }]);
    expect(await enroll(school.actor(helper), asked)).toMatchObject({ enrolled: 1 });
  });

  test("never lets anybody pass those who wait", async () => {
    const pupils: TestPerson[] = await addPupils(urls.operator, school, 3);
    const id = await openClass(school, { name: "One seat", capacity: 1 });
    await enrolAll(school, id, pupils.slice(0, 2));
    const { seatsLeft } = await previewEnrollment(admin(), pick(id, ...pupils));
    expect(seatsLeft).toBe(0);
    expect(await enrolAll(school, id, pupils.slice(2))).toMatchObject({ enrolled: 0, waiting: 1 });
    expect((await placesOf(urls.operator, school, id)).waiting).toEqual(
      pupils.slice(1).map((pupil) => pupil.id),
    );
  });
});
