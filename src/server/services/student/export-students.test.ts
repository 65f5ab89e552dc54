import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { exportStudentsInput } from "@/domain/student";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { addStudentRecords } from "../../../../tests/support/student-records";
import { exportStudents } from "./export-students";

const { urls } = await useTestDatabase();
type Records = Awaited<ReturnType<typeof addStudentRecords>>;

describe.each(["app", APART])("the list of students of a school placed in %s, as a file,", (placement) => {
  let school: TestSchool;
  let records: Records;
  let neighbours: Records;
  const take = (given: object = {}) =>
    exportStudents(school.actor(school.people.ORG_ADMIN), exportStudentsInput.parse(given));

  beforeAll(async () => {
    const theirs = await makeSchool(urls.operator, placement);
    school = await makeSchool(urls.operator, placement);
    [records, neighbours] = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return [await addStudentRecords(tx, school), await addStudentRecords(tx, theirs)];
    });
  });

  test("holds what the list shows, in its order, and nothing sensitive or another school's", async () => {
    const rows = await take();
    expect(rows.map(({ firstNames }) => firstNames)).toEqual(["Nahia", "Naia"]);
    expect(rows[0]).toMatchObject({ gradeName: "1er Grado", sectionName: "A" });
    expect((await take({ direction: "desc" })).map(({ id }) => id)).toEqual([
      records.twinId,
      records.studentId,
    ]);
    expect((await take({ search: "Naia" })).map(({ id }) => id)).toEqual([records.twinId]);
    expect(await take({ statuses: ["graduated"] })).toEqual([]);
    const said = JSON.stringify(rows);
    for (const word of [neighbours.word, `Maní ${records.word}`, "1234.5"]) expect(said).not.toContain(word);
  });

  test("is recorded", async () => {
    const before = (await eventsAbout(urls.operator, school, school.id)).length;
    await take({ search: "Naia" });
    const [event] = (await eventsAbout(urls.operator, school, school.id)).slice(before);
    expect(event).toMatchObject({ action: "student.exported", after: { count: 1 } });
  });
});
