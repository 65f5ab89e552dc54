import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { classes } from "@/db/schema/tenant/classes";
import { guardians, studentGuardians, students } from "@/db/schema/tenant/students";
import { listStudentsInput, setStudentStatusInput, studentFilterSchema } from "@/domain/student";
import { STUDENT_SORTS } from "@/domain/student-list";
import { SORT_DIRECTIONS } from "@/domain/user-list";
import { CursorError } from "@/lib/cursor";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { atPlacement, enterStudent, openYear, studentNames } from "../../../../tests/support/students";
import { setStudentStatus } from "./change-status";
import { countStudents, studentOptions } from "./count-students";
import { getStudent } from "./get-student";
import { listStudents } from "./list-students";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("the list of students of a school placed in %s", (placement) => {
  let school: TestSchool;
  let year: Awaited<ReturnType<typeof openYear>>;
  const ids: Record<string, string> = {};
  const by = (person: TestPerson) => school.actor(person);
  const admin = () => by(school.people.ORG_ADMIN);
  const names = (given?: Parameters<typeof studentNames>[1]) => studentNames(admin(), given);

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
    year = await openYear(school);
    const neighbour = await makeSchool(urls.operator, placement);
    await enterStudent(neighbour, "Peña, Ajena", { cedula: "V-31.026.149" });
    const { sections } = year;
    ids.ana = await enterStudent(school, "Peña Rojas, Ana María", {
      ...{ code: "Q-9", cedula: "V-31.026.149", sectionId: sections["1B"], birthDate: "2016-01-01" },
    });
    ids.zoe = await enterStudent(school, "Ávila, Zoe", {
      ...{ code: "0003", schoolCedula: "11630348783", sectionId: sections["1A"], birthDate: "2017-01-01" },
    });
    ids.leo = await enterStudent(school, "D'Souza, Leo", {
      ...{ code: "0002", sectionId: sections["2A"], birthDate: "2015-01-01" },
    });
    ids.luz = await enterStudent(school, "Zambrano, Luz", { code: "0001", birthDate: "2014-01-01" });
    ids.old = await enterStudent(school, "Marcano, Iván", { code: "0009", gradeId: year.gradeIds[1] });
    await setStudentStatus(
      admin(),
      setStudentStatusInput.parse({ ids: [ids.old], status: "graduated", since: "2026-07-31" }),
    ).catch(() => undefined);
    const merged = await enterStudent(school, "Peña, Ana M.", { code: "M-1" });
    await atPlacement(urls.operator, school, async ({ db }) => {
      const [first = ""] = [ids.ana];
      await db.update(students).set({ mergedIntoId: first }).where(eq(students.id, merged));
      const guardianId = newId();
      await db.insert(guardians).values({
        ...{ organizationId: school.id, id: guardianId, firstNames: "Rosa", lastNames: "Rojas" },
        ...{ sortKey: "rojas rosa", searchKey: " rosa rojas", mobilePhone: "+584143757096" },
        userId: school.people.PARENT.id,
      });
      await db.insert(studentGuardians).values({
        ...{ organizationId: school.id, id: newId(), studentId: first, guardianId },
        ...{ type: "primary", relationship: "mother", isPrimaryContact: true },
      });
    });
  });

  test("shows who it is, where, and whom to call first; merged records are in none", async () => {
    expect(await names()).toEqual([
      ...["Ávila, Zoe", "D'Souza, Leo", "Marcano, Iván", "Peña Rojas, Ana María", "Zambrano, Luz"],
    ]);
    const { rows, from, nextCursor } = await listStudents(
      admin(),
      listStudentsInput.parse({ search: "ana" }),
    );
    expect(rows).toEqual([
      {
        ...{ id: ids.ana, code: "Q-9", firstNames: "Ana María", lastNames: "Peña Rojas" },
        ...{ cedula: "V31026149", schoolCedula: null, gender: "female", birthDate: "2016-01-01" },
        ...{ status: "active", listNumber: null, photoUrl: null, lockedAt: null },
        ...{ yearName: "2025-2026", gradeName: "1er Grado", sectionName: "B" },
        contact: {
          id: expect.any(String),
          name: "Rosa Rojas",
          phone: "+584143757096",
          relationship: "mother",
        },
      },
    ]);
    expect([from, nextCursor]).toEqual([1, null]);
  });

  test.each([
    ["pena", ["Peña Rojas, Ana María"]],
    ["MARIA pena", ["Peña Rojas, Ana María"]],
    ["ana rojas peña", ["Peña Rojas, Ana María"]],
    ["31026149", ["Peña Rojas, Ana María"]],
    ["V31026149", ["Peña Rojas, Ana María"]],
    ["v-31.026.149", ["Peña Rojas, Ana María"]],
    ["V 31 026 149", ["Peña Rojas, Ana María"]],
    ["31.026", ["Peña Rojas, Ana María"]],
    ["1163034", ["Ávila, Zoe"]],
    ["souza", ["D'Souza, Leo"]],
    ["dsouza", ["D'Souza, Leo"]],
    ["0002", ["D'Souza, Leo"]],
    ["q-9", ["Peña Rojas, Ana María"]],
    ["ena", []],
    ["1026149", []],
    ["ajena", []],
  ])("finds by the beginnings of words: %s", async (search, found) => {
    expect(await names({ search })).toEqual(found);
  });

  test("filters by status, year, grade, section, and who has none", async () => {
    const { sections, gradeIds, yearId } = year;
    expect(await names({ sectionIds: [sections["1A"], sections["2A"]] })).toEqual([
      "Ávila, Zoe",
      "D'Souza, Leo",
    ]);
    expect(await names({ gradeIds: [gradeIds[0]] })).toEqual(["Ávila, Zoe", "Peña Rojas, Ana María"]);
    expect(await names({ withoutSection: true })).toEqual(["Marcano, Iván", "Zambrano, Luz"]);
    expect(await names({ yearId })).toHaveLength(4);
    expect(await names({ yearId: newId() })).toEqual([]);
    expect(await names({ statuses: ["inactive", "transferred"] })).toEqual([]);
    expect(await names({ statuses: ["active"], search: "luz" })).toEqual(["Zambrano, Luz"]);
  });

  test.each(STUDENT_SORTS.flatMap((sort) => SORT_DIRECTIONS.map((direction) => [sort, direction] as const)))(
    "is the same page by page, by %s %s",
    async (sort, direction) => {
      const whole = await names({ sort, direction });
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const input = listStudentsInput.parse({ sort, direction, limit: 2, cursor });
        const page = await listStudents(admin(), input);
        expect(page.from).toBe(paged.length + 1);
        paged.push(...page.rows.map(({ lastNames, firstNames }) => `${lastNames}, ${firstNames}`));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
      expect(whole).toHaveLength(5);
      if (sort === "grade" && direction === "asc")
        expect(whole).toEqual([
          ...["Ávila, Zoe", "Peña Rojas, Ana María", "Marcano, Iván", "D'Souza, Leo", "Zambrano, Luz"],
        ]);
      if (sort === "birth" && direction === "asc") expect(whole[0]).toBe("Zambrano, Luz");
      if (sort === "code" && direction === "asc") expect(whole[0]).toBe("Zambrano, Luz");
    },
  );

  test("takes the cursor of its own order alone", async () => {
    const { nextCursor } = await listStudents(admin(), listStudentsInput.parse({ limit: 1 }));
    const other = listStudentsInput.parse({ sort: "birth", cursor: nextCursor ?? "" });
    await expect(listStudents(admin(), other)).rejects.toThrow(CursorError);
  });

  test("is counted", async () => {
    const counted = await countStudents(admin(), studentFilterSchema.parse({ gradeIds: [year.gradeIds[0]] }));
    expect(counted).toMatchObject({ matching: 2, total: 5 });
    expect(counted.byStatus.active + counted.byStatus.graduated).toBe(5);
    const { sections, years, grades } = await studentOptions(admin());
    expect(years).toMatchObject([{ name: "2025-2026", isCurrent: true }]);
    expect(grades[0]).toMatchObject({ name: "1er Grado", isArchived: false });
    expect(sections.map(({ name, studentCount }) => [name, studentCount])).toEqual([
      ...[
        ["A", 1],
        ["B", 1],
        ["A", 1],
        ["B", 0],
      ],
    ]);
  });

  test("shows a coach the students of their classes, by enrolment and by section", async () => {
    const { COACH, STUDENT } = school.people;
    const coach = by(COACH);
    expect(await studentNames(coach)).toEqual([]);
    await atPlacement(urls.operator, school, async ({ db }) => {
      await db
        .update(students)
        .set({ userId: STUDENT.id })
        .where(eq(students.id, ids.luz ?? ""));
      await db
        .update(classes)
        .set({ sectionId: year.sections["2A"] })
        .where(eq(classes.id, school.classes.led));
    });
    expect(await studentNames(coach)).toEqual(["D'Souza, Leo", "Zambrano, Luz"]);
    expect(await studentNames(coach, { search: "pena" })).toEqual([]);
    expect(await getStudent(coach, { id: ids.leo ?? "" })).toMatchObject({ rights: { edit: false } });
    expect(await refusal(getStudent(coach, { id: ids.ana ?? "" }))).toMatchObject({ kind: "not_found" });
    expect(await countStudents(coach, studentFilterSchema.parse({}))).toMatchObject({ total: 2 });
    const other = await addMember(urls.operator, school, { role: "COACH" });
    expect(await studentNames(by(other))).toEqual([]);
    await atPlacement(urls.operator, school, async ({ db }) => {
      await db
        .update(students)
        .set({ status: "inactive" })
        .where(eq(students.id, ids.leo ?? ""));
    });
    expect(await studentNames(coach)).toEqual(["Zambrano, Luz"]);
    await atPlacement(urls.operator, school, async ({ db }) => {
      await db
        .update(students)
        .set({ status: "active" })
        .where(eq(students.id, ids.leo ?? ""));
      await db.update(classes).set({ state: "archived" }).where(eq(classes.id, school.classes.led));
    });
    expect(await studentNames(coach)).toEqual([]);
  });

  test("lets a parent see their children, and a student themselves", async () => {
    const { PARENT, STUDENT } = school.people;
    expect(await getStudent(by(PARENT), { id: ids.ana ?? "" })).toMatchObject({ rights: { edit: false } });
    expect(await refusal(getStudent(by(PARENT), { id: ids.leo ?? "" }))).toMatchObject({ kind: "not_found" });
    expect(await getStudent(by(STUDENT), { id: ids.luz ?? "" })).toMatchObject({ id: ids.luz });
    expect(await refusal(getStudent(by(STUDENT), { id: ids.ana ?? "" }))).toMatchObject({
      kind: "not_found",
    });
    const otherParent = await addMember(urls.operator, school, { role: "PARENT" });
    expect(await refusal(getStudent(by(otherParent), { id: ids.ana ?? "" }))).toMatchObject({
      kind: "not_found",
    });
  });
});
