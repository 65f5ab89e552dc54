import { beforeEach, describe, expect, test } from "vitest";
import { addAcademicRecordInput, updateAcademicRecordInput } from "@/domain/academic-record";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { lockRecord, makeStudentSchool, type StudentSchool } from "../../../../tests/support/student-school";
import {
  addAcademicRecord,
  listAcademicRecords,
  removeAcademicRecord,
  restoreAcademicRecord,
  updateAcademicRecord,
} from ".";

const { urls } = await useTestDatabase();
const missing = { kind: "not_found", key: "notFound", values: {}, field: undefined };
const YEAR = {
  year: "2023-2024",
  grade: "1er Grado",
  section: "A",
  school: "",
  average: null,
  literal: "A",
  result: "promoted",
  notes: "",
} as const;

describe.each(["app", APART])("school years of a student of a school placed in %s", (placement) => {
  let made: StudentSchool;
  let studentId: string;
  const actor = (role: "ORG_ADMIN" | "COACH" | "PARENT" | "STUDENT") =>
    made.school.actor(made.school.people[role]);
  const years = async () =>
    (await listAcademicRecords(actor("ORG_ADMIN"), { studentId })).map(({ year }) => year);
  const actions = async () =>
    (await eventsAbout(urls.operator, made.school, studentId)).map(({ action }) => action);

  beforeEach(async () => {
    made = await makeStudentSchool(urls.operator, placement);
    studentId = made.records.studentId;
  });

  test("are read by whoever reaches the student, the newest first, and by nobody else", async () => {
    await addAcademicRecord(actor("ORG_ADMIN"), { studentId, ...YEAR });
    for (const role of ["ORG_ADMIN", "COACH", "PARENT", "STUDENT"] as const)
      expect((await listAcademicRecords(actor(role), { studentId })).map(({ year }) => year)).toEqual([
        "2024-2025",
        "2023-2024",
      ]);
    const neighbour = await makeStudentSchool(urls.operator, placement);
    for (const other of [
      made.school.actor(made.otherCoach),
      made.school.actor(made.otherParent),
      neighbour.school.actor(neighbour.school.people.ORG_ADMIN),
    ])
      expect(await refusal(listAcademicRecords(other, { studentId }))).toEqual(missing);
  });

  test("are changed field by field, and a stale save is told", async () => {
    const { id } = await addAcademicRecord(actor("ORG_ADMIN"), { studentId, ...YEAR });
    const change = (given: object) =>
      updateAcademicRecord(actor("ORG_ADMIN"), updateAcademicRecordInput.parse({ id, ...given }));
    await change({ literal: "B", notes: "Buen año", base: { literal: "A", notes: "" } });
    expect(await refusal(change({ literal: "C", base: { literal: "A" } }))).toMatchObject({
      kind: "conflict",
      key: "record.stale",
    });
    // What was left as the form had it is nobody's change.
    await change({ literal: "A", grade: "2do Grado", base: { literal: "A", grade: "1er Grado" } });
    expect(await refusal(change({ average: "18,5" }))).toMatchObject({
      key: "record.averageOrLiteral",
      field: "literal",
    });
    await change({ average: "18,456", literal: "" });
    const [row] = (await listAcademicRecords(actor("ORG_ADMIN"), { studentId })).filter(
      (one) => one.id === id,
    );
    expect(row).toMatchObject({ grade: "2do Grado", literal: "", average: 18.46, notes: "Buen año" });
    const events = await eventsAbout(urls.operator, made.school, studentId);
    expect(events.at(-1)).toMatchObject({
      action: "student.year_changed",
      before: { literal: "B", average: null },
      after: { literal: "", average: 18.46 },
    });
    expect(events).toHaveLength(4);
  });

  test("are taken away, and come back as they were, also what a change of year wrote", async () => {
    const { academicRecordId: id } = made.records;
    await removeAcademicRecord(actor("ORG_ADMIN"), { id });
    expect(await years()).toEqual([]);
    expect(await refusal(removeAcademicRecord(actor("ORG_ADMIN"), { id }))).toEqual(missing);
    await restoreAcademicRecord(actor("ORG_ADMIN"), { studentId, id });
    await restoreAcademicRecord(actor("ORG_ADMIN"), { studentId, id });
    expect(await listAcademicRecords(actor("ORG_ADMIN"), { studentId })).toMatchObject([
      { id, year: "2024-2025", school: made.records.word },
    ]);
    expect(await actions()).toEqual(["student.year_removed", "student.year_restored"]);
    expect(await refusal(restoreAcademicRecord(actor("ORG_ADMIN"), { studentId, id: newId() }))).toEqual(
      missing,
    );
    expect(
      await refusal(restoreAcademicRecord(actor("ORG_ADMIN"), { studentId: made.records.twinId, id })),
    ).toEqual(missing);
  });

  test("of a record that went to another school stay as they are", async () => {
    await lockRecord(urls.operator, made);
    const locked = { kind: "conflict", key: "student.locked" };
    const { academicRecordId: id } = made.records;
    expect(await refusal(addAcademicRecord(actor("ORG_ADMIN"), { studentId, ...YEAR }))).toMatchObject(
      locked,
    );
    expect(await refusal(updateAcademicRecord(actor("ORG_ADMIN"), { id, notes: "x" }))).toMatchObject(locked);
    expect(await refusal(removeAcademicRecord(actor("ORG_ADMIN"), { id }))).toMatchObject(locked);
    expect(await years()).toEqual(["2024-2025"]);
  });
});

test.each([
  ["a year of one's own making", { year: "2023-2025" }, "record.year"],
  ["no grade", { grade: " " }, "record.gradeEmpty"],
  ["an average over 20", { average: "20,5", literal: "" }, "record.average"],
  ["an average in words", { average: "veinte", literal: "" }, "record.average"],
  ["an average and a letter", { average: 19 }, "record.averageOrLiteral"],
  ["a letter that is none", { literal: "F" }, "record.literal"],
])("%s is no year", (_, given, message) => {
  const parsed = addAcademicRecordInput.safeParse({ studentId: newId(), ...YEAR, ...given });
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test("a year and an average are understood as people type them", () => {
  const given = { studentId: newId(), ...YEAR, literal: "", year: " 2023 / 2024 ", average: " 18,5 " };
  expect(addAcademicRecordInput.parse(given)).toMatchObject({ year: "2023-2024", average: 18.5 });
});
