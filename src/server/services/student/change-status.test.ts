import { beforeAll, describe, expect, test } from "vitest";
import { setStudentStatusInput } from "@/domain/student";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { enterStudent, openYear, studentNames } from "../../../../tests/support/students";
import { setStudentStatus, undoStudentStatus } from "./change-status";
import { getStudent } from "./get-student";
import { listStatuses } from "./list-statuses";
import { listStudents } from "./list-students";
import { moveStudents, restorePlaces } from "./move-students";
import { previewRenumbering, renumberSection } from "./renumber-section";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("students of a school placed in %s", (placement) => {
  let school: TestSchool;
  let year: Awaited<ReturnType<typeof openYear>>;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const enter = (name: string, given?: Parameters<typeof enterStudent>[2]) =>
    enterStudent(school, name, { enteredOn: "2025-09-15", ...given });
  const set = (ids: string[], given: object) =>
    setStudentStatus(admin(), setStudentStatusInput.parse({ ids, ...given }));
  const statusOf = async (id: string) => (await getStudent(admin(), { id })).status;

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
    year = await openYear(school);
  });

  test("leave with day and reason, and come back; each is in the record's history", async () => {
    const [one, two] = [await enter("Uno, Ana"), await enter("Dos, Luz")];
    const left = { status: "transferred", since: "2026-01-20", reason: "Mudanza", otherSchool: "U.E. Sur" };
    const { results } = await set([one, two, newId()], left);
    expect(results).toMatchObject([
      { id: one, name: "Ana Uno", ok: true },
      { id: two, name: "Luz Dos", ok: true },
      { ok: false, code: "not_found" },
    ]);
    expect(await statusOf(one)).toBe("transferred");
    expect((await set([one], { status: "active", since: "2026-01-19" })).results).toMatchObject([
      { ok: false, code: "before_last" },
    ]);
    expect((await set([one], { ...left })).results).toMatchObject([{ ok: false, code: "unchanged" }]);
    await set([one], { status: "active", since: "2026-02-01" });
    expect(await listStatuses(admin(), { id: one })).toMatchObject([
      { status: "active", since: "2026-02-01" },
      { status: "transferred", since: "2026-01-20", reason: "Mudanza", otherSchool: "U.E. Sur" },
      { status: "active", since: "2025-09-15" },
    ]);
    expect((await eventsAbout(urls.operator, school, one)).slice(1)).toMatchObject([
      {
        action: "student.status_changed",
        before: { enrolment: "active" },
        after: { enrolment: "transferred", since: "2026-01-20", reason: "Mudanza", school: "U.E. Sur" },
      },
      { action: "student.status_changed", after: { enrolment: "active" } },
    ]);
    expect(await refusal(set([newId()], left))).toMatchObject({ kind: "not_found" });
  });

  test("have their last change of status taken back, once, and no other", async () => {
    const [one, two] = [await enter("Tres, Ana"), await enter("Cuatro, Luz")];
    const { results } = await set([one, two], { status: "inactive", since: "2026-01-20" });
    const changeIds = results.flatMap((result) => (result.ok ? [result.changeId] : []));
    await set([two], { status: "graduated", since: "2026-01-21" });
    expect(await undoStudentStatus(admin(), { changeIds })).toEqual({ undone: 1 });
    expect([await statusOf(one), await statusOf(two)]).toEqual(["active", "graduated"]);
    expect(await listStatuses(admin(), { id: one })).toHaveLength(1);
    expect(await undoStudentStatus(admin(), { changeIds })).toEqual({ undone: 0 });
    const [first] = await listStatuses(admin(), { id: one });
    expect(await undoStudentStatus(admin(), { changeIds: [first?.id ?? ""] })).toEqual({ undone: 0 });
    expect(await refusal(undoStudentStatus(admin(), { changeIds: [newId()] }))).toMatchObject({
      kind: "not_found",
    });
    expect((await eventsAbout(urls.operator, school, one)).at(-1)).toMatchObject({
      action: "student.status_undone",
      after: { enrolment: "active" },
    });
  });

  test("change their status once when two ask at the same moment", async () => {
    const id = await enter("Cinco, Ana");
    const asked = { status: "inactive", since: "2026-01-20" };
    const both = await Promise.all([set([id], asked), set([id], asked)]);
    expect(both.flatMap(({ results }) => results.map(({ ok }) => ok)).sort()).toEqual([false, true]);
    expect(await listStatuses(admin(), { id })).toHaveLength(2);
  });

  test("move to a section and back", async () => {
    const { sections } = year;
    const one = await enter("Seis, Ana", { sectionId: sections["1A"], listNumber: 3 });
    const two = await enter("Siete, Luz");
    const { results } = await moveStudents(admin(), { ids: [one, two], sectionId: sections["2B"] });
    expect(results).toMatchObject([
      { ok: true, was: { sectionId: sections["1A"], listNumber: 3 } },
      { ok: true, was: { sectionId: null } },
    ]);
    expect(await studentNames(admin(), { sectionIds: [sections["2B"]] })).toEqual([
      "Seis, Ana",
      "Siete, Luz",
    ]);
    expect((await moveStudents(admin(), { ids: [one], sectionId: sections["2B"] })).results).toMatchObject([
      { ok: false, code: "unchanged" },
    ]);
    const places = results.flatMap((result) =>
      result.ok ? [{ id: result.id, from: sections["2B"], ...result.was }] : [],
    );
    await moveStudents(admin(), { ids: [two], sectionId: sections["1B"] });
    expect(await restorePlaces(admin(), { places })).toEqual({ restored: 1 });
    expect(await getStudent(admin(), { id: one })).toMatchObject({
      ...{ sectionName: "A", gradeName: "1er Grado", listNumber: 3 },
    });
    expect(await getStudent(admin(), { id: two })).toMatchObject({
      sectionName: "B",
      gradeName: "1er Grado",
    });
    expect((await eventsAbout(urls.operator, school, one)).slice(1)).toMatchObject([
      { action: "student.moved", after: { place: "2do Grado B (2025-2026)", listNumber: null } },
      { action: "student.moved_back", after: { place: "1er Grado A (2025-2026)", listNumber: 3 } },
    ]);
    const neighbour = await makeSchool(urls.operator, placement);
    const theirs = await openYear(neighbour);
    expect(
      await refusal(moveStudents(admin(), { ids: [one], sectionId: theirs.sections["1A"] })),
    ).toMatchObject({ kind: "not_found" });
  });

  test("are numbered by name in their section, as people sort it", async () => {
    const { sections } = year;
    // By the surnames first: Nuñez before Nuñez Abad, though Abad comes before Sara.
    const names = ["Zapata, Ana", "Ávila, Luz", "Núñez Abad, Sol", "Nuñez, Sara", "Nunzio, Iris"];
    for (const name of names) await enter(name, { sectionId: sections["2A"] });
    const gone = await enter("Abad, Paz", { sectionId: sections["2A"] });
    await set([gone], { status: "inactive", since: "2026-01-20" });
    const expected = ["Ávila, Luz", "Nunzio, Iris", "Nuñez, Sara", "Núñez Abad, Sol", "Zapata, Ana"];
    expect(await previewRenumbering(admin(), { sectionId: sections["2A"] })).toMatchObject(
      expected.map((name, index) => ({ name, before: null, after: index + 1 })),
    );
    const done = await renumberSection(admin(), { sectionId: sections["2A"] });
    expect(done.count).toBe(5);
    expect(done.was).toHaveLength(5);
    const listed = async () => {
      const { rows } = await listStudents(admin(), {
        ...{ sectionIds: [sections["2A"]], gradeIds: [], statuses: ["active"], search: "" },
        ...{ withoutSection: false, sort: "name", direction: "asc", limit: 50 },
      });
      return rows.map(({ lastNames, firstNames, listNumber }) => [`${lastNames}, ${firstNames}`, listNumber]);
    };
    expect(await listed()).toEqual([
      ...[
        ["Ávila, Luz", 1],
        ["Nunzio, Iris", 2],
        ["Núñez Abad, Sol", 4],
        ["Nuñez, Sara", 3],
        ["Zapata, Ana", 5],
      ],
    ]);
    expect(await restorePlaces(admin(), { places: done.was })).toEqual({ restored: 5 });
    expect((await listed()).map(([, number]) => number)).toEqual([null, null, null, null, null]);
  });
});
