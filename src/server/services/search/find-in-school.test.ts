import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { classCoaches } from "@/db/schema/tenant/classes";
import { MAX_FOUND } from "@/domain/search";
import { fullName } from "@/domain/student-list";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addClass, addMember } from "../../../../tests/support/look";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { makeStudentSchool } from "../../../../tests/support/student-school";
import { enterStudent, tieGuardian } from "../../../../tests/support/students";
import { removeUsers } from "../user";
import { findInSchool } from "./find-in-school";

const { urls } = await useTestDatabase();

const NOTHING = { people: [], morePeople: false, classes: [], students: [], guardians: [] };

describe.each(["app", APART])("the search of a school placed in %s", (placement) => {
  let school: TestSchool;
  let penalver: TestPerson;
  const classIds: Record<string, string> = {};

  const find = (query: string, by: TestPerson = school.people.ORG_ADMIN) =>
    findInSchool(school.actor(by), { query });
  const names = async (...given: Parameters<typeof find>) => {
    const { people, morePeople, classes, students, guardians } = await find(...given);
    return {
      people: people.map(({ name }) => name),
      morePeople,
      classes: classes.map(({ name }) => name),
      students: students.map(fullName),
      guardians: guardians.map(fullName),
    };
  };

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
    const neighbour = await makeSchool(urls.operator, placement);
    for (const name of ["Robótica 5.º B", "Cálculo", "Peña y Niño", "L'Aventure"])
      classIds[name] = await addClass(urls.operator, school, { name });
    await addClass(urls.operator, school, { name: "Robótica vieja", state: "archived" });
    penalver = await addMember(urls.operator, school, { role: "PARENT", name: "Íñigo Peñálver" });
    await addMember(urls.operator, school, { role: "STUDENT", name: "Roberto Chacín" });
    await addMember(urls.operator, school, { role: "STUDENT", name: "Ana Robles" });
    const gone = await addMember(urls.operator, school, { role: "STUDENT", name: "Robinson Gone" });
    await removeUsers(school.actor(school.people.ORG_ADMIN), { ids: [gone.id] });
    for (const name of ["Roberto Ajeno", "Robin Ajeno"])
      await addMember(urls.operator, neighbour, { role: "STUDENT", name });
    await addClass(urls.operator, neighbour, { name: "Robótica ajena" });
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      const lead = { organizationId: school.id, classId: classIds.Cálculo ?? "", isLead: true };
      await tx.db.insert(classCoaches).values({ ...lead, id: newId(), userId: school.people.COACH.id });
    });
  });

  test("finds people and classes by the beginnings of words, accents aside; first words first, archived last", async () => {
    expect(await names("rob")).toEqual({
      ...NOTHING,
      people: ["Roberto Chacín", "Ana Robles"],
      morePeople: false,
      classes: ["Robótica 5.º B", "Robótica vieja"],
    });
    expect(await names("penalver INI")).toEqual({ ...NOTHING, people: ["Íñigo Peñálver"] });
    expect((await names("robotica 5 b")).classes).toEqual(["Robótica 5.º B"]);
    expect((await names("pena nino")).classes).toEqual(["Peña y Niño"]);
    expect((await names("laven")).classes).toEqual(["L'Aventure"]);
    expect((await names(penalver.email)).people).toEqual(["Íñigo Peñálver"]);
    expect((await names(penalver.email.split("@")[0] ?? "")).people).toEqual(["Íñigo Peñálver"]);
    for (const domain of ["people", "example", "people.example"])
      expect(await names(domain)).toEqual(NOTHING);
    expect(await names("obotica")).toEqual(NOTHING);
  });

  test("tells what is needed to know one from another", async () => {
    const { classes } = await find("calculo");
    expect(classes).toEqual([
      {
        id: classIds.Cálculo,
        name: "Cálculo",
        state: "active",
        capacity: null,
        studentCount: 0,
        leadName: school.people.COACH.name,
      },
    ]);
    const { people } = await find(school.people.STUDENT.email);
    expect(people).toMatchObject([{ id: school.people.STUDENT.id, role: "STUDENT", status: "active" }]);
    expect(people[0]?.classNames).toHaveLength(1);
    const led = await find("led");
    expect(led.classes).toMatchObject([{ studentCount: 1, leadName: school.people.COACH.name }]);
  });

  test("shows a coach the classes they coach and nobody; students and parents nothing", async () => {
    const { COACH, STUDENT, PARENT } = school.people;
    expect(await names("rob", COACH)).toEqual(NOTHING);
    expect(await names("calc", COACH)).toEqual({ ...NOTHING, classes: ["Cálculo"] });
    expect(await names("chacin", COACH)).toEqual(NOTHING);
    expect(await find("led", STUDENT)).toEqual(NOTHING);
    expect(await find("rob", PARENT)).toEqual(NOTHING);
  });

  test("finds students by name, code and cédula, and who cares for them, for an admin", async () => {
    const given = { cedula: "V-31.555.777", code: "EST-77" };
    const studentId = await enterStudent(school, "Ñáñez Ordóñez, Úrsula", given);
    const { guardianId } = await tieGuardian(school, studentId, "Ordóñez, Bernarda", {
      cedula: "V-8.777.111",
    });
    for (const query of ["nanez ursu", "V-31.555.777", "31555", "v31.555", "est-77"])
      expect((await names(query)).students).toEqual(["Úrsula Ñáñez Ordóñez"]);
    expect(await find("ordonez")).toMatchObject({
      students: [{ id: studentId, code: "EST-77", gradeName: null }],
      guardians: [{ id: guardianId, children: ["Úrsula"] }],
    });
    expect((await names("8.777.111")).guardians).toEqual(["Bernarda Ordóñez"]);
    const foreign = await makeSchool(urls.operator, placement);
    expect(await findInSchool(foreign.actor(foreign.people.ORG_ADMIN), { query: "ordonez" })).toEqual(
      NOTHING,
    );
    for (const role of ["COACH", "PARENT", "STUDENT"] as const)
      expect(await find("ordonez", school.people[role])).toEqual(NOTHING);
  });

  test("finds for a coach the students of their classes, and no guardians", async () => {
    const { school: other, records, otherCoach } = await makeStudentSchool(urls.operator, placement);
    const ask = (person: TestPerson) => findInSchool(other.actor(person), { query: "Nahia" });
    const { students, guardians } = await ask(other.people.COACH);
    expect(students).toMatchObject([{ id: records.studentId, firstNames: "Nahia" }]);
    expect(guardians).toEqual([]);
    expect(await ask(otherCoach)).toEqual(NOTHING);
  });

  test("answers nothing to nothing, and wildcards are no letters", async () => {
    for (const query of ["", "   ", "%", "_", "'; --"]) expect(await find(query)).toEqual(NOTHING);
  });

  test("gives at most eight of each", async () => {
    for (let n = 0; n < MAX_FOUND + 2; n += 1) {
      await addMember(urls.operator, school, { role: "PARENT", name: `Zulia ${n}` });
      await addClass(urls.operator, school, { name: `Zulia ${n}` });
    }
    const { people, morePeople, classes } = await names("zulia");
    expect(people).toHaveLength(MAX_FOUND);
    expect(morePeople).toBe(true);
    expect(classes).toEqual(Array.from({ length: MAX_FOUND }, (_, n) => `Zulia ${n}`));
  });
});
