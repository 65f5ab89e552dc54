import { beforeEach, describe, expect, test } from "vitest";
import { MASKED } from "@/domain/audit-mask";
import { healthSchema, updateHealthInput } from "@/domain/health";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { lockRecord, makeStudentSchool, type StudentSchool } from "../../../../tests/support/student-school";
import {
  addVaccination,
  getCare,
  getHealth,
  getOwnHealth,
  removeVaccination,
  updateHealth,
  updateVaccination,
} from ".";

const { urls } = await useTestDatabase();
const missing = { kind: "not_found", key: "notFound", values: {}, field: undefined };

describe.each(["app", APART])("the health of a student of a school placed in %s", (placement) => {
  let made: StudentSchool;
  let studentId: string;
  const actor = (role: "ORG_ADMIN" | "COACH" | "PARENT" | "STUDENT") =>
    made.school.actor(made.school.people[role]);
  const events = () => eventsAbout(urls.operator, made.school, studentId);
  const change = (given: object) =>
    updateHealth(actor("ORG_ADMIN"), updateHealthInput.parse({ studentId, ...given }));

  beforeEach(async () => {
    made = await makeStudentSchool(urls.operator, placement);
    studentId = made.records.studentId;
  });

  test("is whole for the school and the family, care for a coach, little for the student; each reading is told", async () => {
    const { word } = made.records;
    const whole = {
      bloodType: "O+",
      allergies: `Maní ${word}`,
      conditions: `Asma ${word}`,
      vaccinations: [{ vaccine: `BCG ${word}` }],
    };
    expect(await getHealth(actor("ORG_ADMIN"), { studentId })).toMatchObject(whole);
    expect(await getHealth(actor("PARENT"), { studentId })).toMatchObject(whole);
    expect(await getCare(actor("COACH"), { studentId })).toEqual({
      allergies: `Maní ${word}`,
      emergencyNotes: "",
    });
    expect(await getOwnHealth(actor("STUDENT"))).toEqual({ bloodType: "O+", allergies: `Maní ${word}` });
    expect((await events()).map(({ action, actorName }) => [action, actorName])).toEqual([
      ["health.read", made.school.people.ORG_ADMIN.name],
      ["health.read", made.school.people.PARENT.name],
      ["health.care_read", made.school.people.COACH.name],
      ["health.own_read", made.school.people.STUDENT.name],
    ]);
    expect(JSON.stringify(await events())).not.toContain("Maní");
  });

  test("is missing for the coach of another class, the parent of another child, and another school", async () => {
    const neighbour = await makeStudentSchool(urls.operator, placement);
    for (const other of [
      made.school.actor(made.otherParent),
      neighbour.school.actor(neighbour.school.people.ORG_ADMIN),
    ])
      expect(await refusal(getHealth(other, { studentId }))).toEqual(missing);
    expect(await refusal(getCare(made.school.actor(made.otherCoach), { studentId }))).toEqual(missing);
    expect(await refusal(getOwnHealth(made.school.actor(made.otherParent)))).toEqual(missing);
    // A coach's student whom nobody has linked to an account is no coach's.
    expect(await refusal(getCare(actor("COACH"), { studentId: made.records.twinId }))).toEqual(missing);
    expect(await events()).toEqual([]);
  });

  test("is changed field by field; the log has the names of fields alone, and a stale save is told without values", async () => {
    await change({
      allergies: "Polen",
      weightKg: "41,55",
      medication: "",
      base: { allergies: `Maní ${made.records.word}`, weightKg: null, medication: "" },
    });
    expect(await refusal(change({ allergies: "Nada", base: { allergies: "Maní" } }))).toEqual({
      kind: "conflict",
      key: "health.stale",
      values: {},
      field: undefined,
    });
    expect(await getHealth(actor("ORG_ADMIN"), { studentId })).toMatchObject({
      allergies: "Polen",
      weightKg: 41.55,
      conditions: `Asma ${made.records.word}`,
    });
    const [told] = await events();
    expect(told).toMatchObject({
      action: "health.updated",
      before: null,
      after: { allergies: MASKED, weightKg: MASKED },
    });
    // Nothing new is nothing to tell.
    await change({ allergies: "Polen" });
    expect((await events()).map(({ action }) => action)).toEqual(["health.updated", "health.read"]);
  });

  test("begins where nobody has written anything", async () => {
    const { twinId } = made.records;
    expect(await getHealth(actor("ORG_ADMIN"), { studentId: twinId })).toEqual({
      ...healthSchema.parse({
        bloodType: null,
        allergies: "",
        conditions: "",
        medication: "",
        emergencyNotes: "",
        weightKg: null,
        heightCm: null,
      }),
      updatedAt: null,
      vaccinations: [],
    });
    await updateHealth(actor("ORG_ADMIN"), { studentId: twinId, bloodType: "AB-" });
    expect(await getHealth(actor("ORG_ADMIN"), { studentId: twinId })).toMatchObject({ bloodType: "AB-" });
  });

  test("has vaccinations, the last first, of which the log says that there are some", async () => {
    const { vaccinationId } = made.records;
    await addVaccination(actor("ORG_ADMIN"), {
      studentId,
      vaccine: "Polio",
      dose: "2",
      givenOn: "2019-03-02",
      notes: "",
    });
    await updateVaccination(actor("ORG_ADMIN"), { id: vaccinationId, givenOn: "2017-03-13" });
    expect((await getHealth(actor("ORG_ADMIN"), { studentId })).vaccinations).toMatchObject([
      { vaccine: "Polio", dose: "2" },
      { id: vaccinationId, givenOn: "2017-03-13" },
    ]);
    await removeVaccination(actor("ORG_ADMIN"), { id: vaccinationId });
    expect(await refusal(removeVaccination(actor("ORG_ADMIN"), { id: vaccinationId }))).toEqual(missing);
    const told = await events();
    expect(told.map(({ action }) => action)).toEqual([
      "health.vaccination_added",
      "health.vaccination_changed",
      "health.read",
      "health.vaccination_removed",
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Polio|BCG|2017-03-13/);
  });

  test("of a record that went to another school stays as it is", async () => {
    await lockRecord(urls.operator, made);
    const locked = { kind: "conflict", key: "student.locked" };
    expect(await refusal(change({ allergies: "x" }))).toMatchObject(locked);
    expect(
      await refusal(removeVaccination(actor("ORG_ADMIN"), { id: made.records.vaccinationId })),
    ).toMatchObject(locked);
    expect(await getHealth(actor("ORG_ADMIN"), { studentId })).toMatchObject({ bloodType: "O+" });
  });
});

test.each([
  ["a weight of nobody", { weightKg: "4155" }, "health.weight"],
  ["a height in metres", { heightCm: "1,52" }, "health.height"],
])("%s is refused", (_, given, message) => {
  expect(
    updateHealthInput.safeParse({ studentId: "01936d2e-7f5c-7000-8000-000000000000", ...given }).error
      ?.issues[0]?.message,
  ).toBe(message);
});
