import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { studentGuardians } from "@/db/schema/tenant/students";
import { sectionListsInput } from "@/domain/student-export";
import { LIST_COLUMNS } from "@/domain/student-export-list";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { addStudentRecords } from "../../../../tests/support/student-records";
import { getSectionLists } from "./get-section-lists";

const { urls } = await useTestDatabase();
type Records = Awaited<ReturnType<typeof addStudentRecords>>;

describe.each(["app", APART])("lists of the sections of a school placed in %s", (placement) => {
  let school: TestSchool;
  let records: Records;
  let neighbours: Records;
  const take = (given: object = {}) =>
    getSectionLists(
      school.actor(school.people.ORG_ADMIN),
      sectionListsInput.parse({ yearId: records.yearId, format: "csv", ...given }),
    );

  beforeAll(async () => {
    const theirs = await makeSchool(urls.operator, placement);
    school = await makeSchool(urls.operator, placement);
    [records, neighbours] = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      const made = [await addStudentRecords(tx, school), await addStudentRecords(tx, theirs)] as const;
      await tx.db
        .update(studentGuardians)
        .set({ declared: { mobilePhone: "+584123644981", monthlyIncome: 7765.25 } })
        .where(eq(studentGuardians.id, made[0].guardianLinkId));
      return [...made];
    });
  });

  test("say of each student what is asked for, and no more", async () => {
    const { lists, year } = await take({ columns: ["contactPhone", "age"] });
    expect(year).toBe("2025-2026");
    expect(lists).toEqual([
      {
        gradeName: "1er Grado",
        sectionName: "A",
        guideName: school.people.COACH.name,
        rows: [
          expect.objectContaining({
            id: records.studentId,
            firstNames: "Nahia",
            values: { age: 8, contactPhone: "+584123644981" },
          }),
          expect.objectContaining({ id: records.twinId, values: { age: 8, contactPhone: "" } }),
        ],
      },
    ]);
    expect((await take()).lists[0]?.rows[0]?.values).toEqual({});
  });

  test("hold nothing sensitive, whatever is asked for, and nothing of another school", async () => {
    const said = JSON.stringify(await take({ columns: [...LIST_COLUMNS] }));
    for (const word of [neighbours.word, `Maní ${records.word}`, "1234.5", "7765.25"])
      expect(said).not.toContain(word);
    expect(await refusal(take({ yearId: neighbours.yearId }))).toMatchObject({ key: "notFound" });
    expect(await refusal(take({ sectionIds: [neighbours.sectionId] }))).toMatchObject({ key: "notFound" });
  });

  test("are recorded", async () => {
    const before = (await eventsAbout(urls.operator, school, school.id)).length;
    await take({
      columns: ["cedula"],
      sectionIds: [records.sectionId],
      statuses: ["graduated"],
      format: "print",
    });
    const [event] = (await eventsAbout(urls.operator, school, school.id)).slice(before);
    expect(event).toMatchObject({
      action: "student.lists_exported",
      after: { count: 0, lists: 0, year: "2025-2026", columns: ["cedula"], format: "print" },
    });
  });
});
