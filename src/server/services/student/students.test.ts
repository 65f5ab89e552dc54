import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { students } from "@/db/schema/tenant/students";
import { createStudentInput, updateStudentInput } from "@/domain/student";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { atPlacement, enterStudent, openYear } from "../../../../tests/support/students";
import { createStudent } from "./create-student";
import { getStudent } from "./get-student";
import { listStatuses } from "./list-statuses";
import { updateStudent } from "./update-student";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("a student's record in a school placed in %s", (placement) => {
  let school: TestSchool;
  let year: Awaited<ReturnType<typeof openYear>>;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const base = { firstNames: "Ana María", lastNames: "Peña Rojas", gender: "female", birthDate: "14/3/2016" };
  const create = (given: object) => createStudent(admin(), createStudentInput.parse({ ...base, ...given }));
  const update = (given: object) => updateStudent(admin(), updateStudentInput.parse(given));
  const get = (id: string) => getStudent(admin(), { id });

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
    year = await openYear(school);
  });

  test("is made with what was typed, a code, a place and a first status", async () => {
    const { id, code } = await create({
      cedula: "v-31.026.149",
      homePhone: "(0283) 651-6601",
      sectionId: year.sections["1B"],
      enteredOn: "15/09/2025",
      previousSchool: "U.E. Los Robles",
      notes: " Llega\r\nsola ",
    });
    expect(code).toMatch(/^\d{4}$/);
    expect(await get(id)).toMatchObject({
      ...{ id, code, firstNames: "Ana María", lastNames: "Peña Rojas", birthDate: "2016-03-14" },
      ...{ cedula: "V31026149", homePhone: "+582836516601", notes: "Llega\nsola", email: "" },
      ...{ yearName: "2025-2026", gradeName: "1er Grado", sectionName: "B", status: "active" },
      ...{ account: null, closed: null, rights: { edit: true }, photoUrl: null },
    });
    expect(await listStatuses(admin(), { id })).toMatchObject([
      { status: "active", since: "2025-09-15", otherSchool: "U.E. Los Robles" },
    ]);
    expect(await eventsAbout(urls.operator, school, id)).toMatchObject([
      {
        action: "student.created",
        subjectName: "Ana María Peña Rojas",
        after: { code, cedula: "V31026149", place: "1er Grado B (2025-2026)" },
      },
    ]);
  });

  test("gets the next code that is free, also where somebody wrote it by hand", async () => {
    const first = Number((await create({})).code);
    const taken = String(first + 1).padStart(4, "0");
    expect((await create({ code: ` ${taken} ` })).code).toBe(taken);
    const made = await Promise.all([create({}), create({}), create({})]);
    expect(made.map(({ code }) => Number(code)).sort((a, b) => a - b)).toEqual([
      first + 2,
      first + 3,
      first + 4,
    ]);
  });

  test.each([
    ["code", { code: "X-9" }, { code: "X-9" }],
    ["cedula", { cedula: "V-9.000.001" }, { cedula: "9000001" }],
    ["schoolCedula", { schoolCedula: "11609000001" }, { schoolCedula: "1 16 09000001" }],
  ])("says who has a %s already, to one of two at once as well", async (field, one, other) => {
    const [won, lost] = await Promise.allSettled([
      create({ ...one, firstNames: "Nahia" }),
      create({ ...other, firstNames: "Nahia" }),
    ]);
    const failed = [won, lost].filter((outcome) => outcome.status === "rejected");
    expect(failed).toHaveLength(1);
    const error = await refusal(create({ ...one, firstNames: "Luz" }));
    expect(error).toMatchObject({ kind: "conflict", key: `student.${field}Taken`, field });
    expect(error.values).toMatchObject({ name: "Nahia Peña Rojas", code: expect.any(String) });
    const { id } = await create({});
    expect(await refusal(update({ id, ...one }))).toMatchObject({ key: `student.${field}Taken`, field });
    expect(failed[0]?.reason).toMatchObject({ key: `student.${field}Taken`, field });
  });

  test("is changed field by field, and the log tells what", async () => {
    const { id } = await create({ cedula: "V-9.100.001", sectionId: year.sections["1A"], listNumber: 4 });
    await update({ id, address: "Calle 5", gender: "male", cedula: "", sectionId: year.sections["2A"] });
    expect(await get(id)).toMatchObject({
      ...{ address: "Calle 5", gender: "male", cedula: null, gradeName: "2do Grado", sectionName: "A" },
      ...{ listNumber: null, firstNames: "Ana María" },
    });
    const events = await eventsAbout(urls.operator, school, id);
    expect(events.at(-1)).toMatchObject({
      action: "student.updated",
      before: {
        ...{ address: "", gender: "female", cedula: "V9100001", place: "1er Grado A (2025-2026)" },
      },
      after: { address: "Calle 5", gender: "male", cedula: null, place: "2do Grado A (2025-2026)" },
    });
    await update({ id, address: "Calle 5" });
    expect(await eventsAbout(urls.operator, school, id)).toHaveLength(events.length);
    await update({ id, gradeId: year.gradeIds[0] });
    expect(await get(id)).toMatchObject({ gradeName: "1er Grado", sectionName: null, yearName: "2025-2026" });
    await update({ id, sectionId: null, gradeId: null, yearId: null });
    expect(await get(id)).toMatchObject({ gradeId: null, yearId: null });
  });

  test("is found by the names that it has now", async () => {
    const { id } = await create({ lastNames: "Quijada" });
    await update({ id, lastNames: "Ávila" });
    const [row] = await atPlacement(urls.operator, school, (tx) =>
      tx.db.select().from(students).where(eq(students.id, id)),
    );
    expect(row).toMatchObject({
      sortKey: "avila ana maria",
      searchKey: expect.stringContaining(" avila"),
    });
  });

  test("tells a stale save both versions, and leaves what the form did not touch", async () => {
    const { id } = await create({ address: "Uno", religion: "" });
    const base = { address: "Uno", religion: "", sectionId: null };
    await update({ id, address: "Dos", religion: "", base });
    const error = await refusal(update({ id, address: "Tres", religion: "Otra", base }));
    expect(error).toMatchObject({
      key: "student.stale",
      stale: [{ field: "address", theirs: "Dos", by: school.people.ORG_ADMIN.name, at: expect.any(Date) }],
    });
    expect(await get(id)).toMatchObject({ address: "Dos", religion: "" });
    await update({ id, address: "Uno", religion: "Otra", base });
    expect(await get(id)).toMatchObject({ address: "Dos", religion: "Otra" });
    await update({ id, sectionId: year.sections["1A"], base });
    expect(await refusal(update({ id, sectionId: year.sections["2B"], base }))).toMatchObject({
      stale: [{ field: "sectionId", theirs: year.sections["1A"], by: school.people.ORG_ADMIN.name }],
    });
  });

  test("that is closed can be read, and not changed", async () => {
    const [kept, merged, gone] = [await create({}), await create({}), await create({})];
    await atPlacement(urls.operator, school, async ({ db }) => {
      await db.update(students).set({ mergedIntoId: kept.id }).where(eq(students.id, merged.id));
      await db.update(students).set({ lockedAt: new Date() }).where(eq(students.id, gone.id));
    });
    expect(await get(merged.id)).toMatchObject({
      ...{ closed: "merged", mergedIntoName: "Ana María Peña Rojas", rights: { edit: false } },
    });
    expect(await get(gone.id)).toMatchObject({ closed: "locked", rights: { edit: false } });
    expect(await refusal(update({ id: merged.id, notes: "x" }))).toMatchObject({ key: "student.merged" });
    expect(await refusal(update({ id: gone.id, notes: "x" }))).toMatchObject({ key: "student.locked" });
    expect((await create({ code: (await get(merged.id)).code })).id).toBeTruthy();
  });

  test("takes no place of another school's, and none that is not there", async () => {
    const neighbour = await makeSchool(urls.operator, placement);
    const theirs = await openYear(neighbour);
    const id = await enterStudent(neighbour, "Ajena, Luz");
    for (const sectionId of [theirs.sections["1A"], newId()])
      expect(await refusal(create({ sectionId }))).toMatchObject({ kind: "not_found" });
    expect(await refusal(create({ gradeId: theirs.gradeIds[0] }))).toMatchObject({ kind: "not_found" });
    expect(await refusal(create({ yearId: theirs.yearId }))).toMatchObject({ kind: "not_found" });
    expect(await refusal(update({ id, notes: "x" }))).toMatchObject({ kind: "not_found" });
    expect(await refusal(get(id))).toMatchObject({ kind: "not_found" });
  });
});
