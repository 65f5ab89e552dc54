import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { asOperator, type OperatorTx } from "@/db/operator";
import { academicYears, grades, sections } from "@/db/schema/tenant/academics";
import { classes } from "@/db/schema/tenant/classes";
import { academicRecords } from "@/db/schema/tenant/student-records";
import { studentStatuses, students } from "@/db/schema/tenant/students";
import { inOrganization } from "@/db/scope";
import { previewRolloverInput, runRolloverInput } from "@/domain/rollover";
import { newId } from "@/lib/ids";
import { addPupils, enrolAll, openClass, placesOf } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { closeYear, ensureGrades, findOrCreateYear, getStructure, setCurrentYear } from "../academics";
import {
  draftRollover,
  listRollovers,
  listSectionStudents,
  previewRollover,
  previewUndo,
  runRollover,
  undoRollover,
} from ".";

const { urls } = await useTestDatabase();

const NEXT = {
  ...{ name: "2026-2027", startsOn: "2026-09-15", endsOn: "2027-07-31" },
  terms: [{ name: "Lapso 1", startsOn: "2026-09-15", endsOn: "2026-12-15" }],
};

describe.each(["app", APART])("a change of year of a school placed in %s", (placement) => {
  let school: TestSchool;
  let fromYearId: string;
  let gradeIds: string[];
  let sectionIds: string[];
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const inside = <T>(fn: (tx: OperatorTx) => Promise<T>) =>
    asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return fn(tx);
    });

  /** So many students of a section of the grade at this place, by code. */
  async function addStudents(
    grade: number,
    count: number,
    given: Partial<typeof students.$inferInsert> = {},
  ) {
    const rows = Array.from({ length: count }, (_, index) => {
      const id = newId();
      return {
        ...{ organizationId: school.id, id, code: `${grade}-${id.slice(-10)}`, firstNames: `Niña ${index}` },
        ...{ lastNames: `Grado ${grade}`, sortKey: `${grade} ${index}`, searchKey: ` nina ${index}` },
        ...{ gender: "female" as const, birthDate: "2015-05-05", yearId: fromYearId },
        ...{ gradeId: gradeIds[grade], sectionId: sectionIds[grade], listNumber: index + 1 },
        ...given,
      };
    });
    await inside((tx) => tx.db.insert(students).values(rows));
    return rows.map(({ id }) => id);
  }

  const plan = (given: Partial<z.input<typeof previewRolloverInput>> = {}) => ({
    ...{ fromYearId, to: NEXT },
    ...given,
  });
  const preview = (given = plan()) => previewRollover(admin(), previewRolloverInput.parse(given));
  async function run(given = plan()) {
    const { counts } = await preview(given);
    return runRollover(admin(), runRolloverInput.parse({ ...given, expected: counts }));
  }
  const rowsOf = (ids: readonly string[]) =>
    inside(async (tx) => {
      const rows = await tx.db
        .select({
          id: students.id,
          year: academicYears.name,
          grade: grades.name,
          section: sections.name,
          listNumber: students.listNumber,
          status: students.status,
        })
        .from(students)
        .leftJoin(academicYears, eq(academicYears.id, students.yearId))
        .leftJoin(grades, eq(grades.id, students.gradeId))
        .leftJoin(sections, eq(sections.id, students.sectionId))
        .where(eq(students.organizationId, school.id));
      return ids.map((id) => rows.find((row) => row.id === id));
    });
  const historyOf = (id: string) =>
    inside((tx) =>
      tx.db
        .select({
          year: academicRecords.year,
          grade: academicRecords.grade,
          section: academicRecords.section,
          result: academicRecords.result,
        })
        .from(academicRecords)
        .where(and(eq(academicRecords.organizationId, school.id), eq(academicRecords.studentId, id))),
    );
  const all = () =>
    inside(async (tx) => {
      const of = async (table: string) =>
        (
          await tx.db.execute<{ sum: string }>(
            sql`select md5(coalesce(string_agg((to_jsonb(t) - 'updated_at')::text, '|' order by t.id), '')) as sum
              from ${sql.raw(table)} t where organization_id = ${school.id}`,
          )
        )[0]?.sum;
      return Promise.all(
        ["students", "student_statuses", "academic_records", "sections", "enrollments"].map(of),
      );
    });

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    const made = await inOrganization(admin(), async (tx) => ({
      year: await findOrCreateYear(tx, "2025-2026"),
      grades: await ensureGrades(tx),
    }));
    fromYearId = made.year.id;
    gradeIds = made.grades.map(({ id }) => id);
    sectionIds = gradeIds.map(() => newId());
    await inside((tx) =>
      tx.db.insert(sections).values(
        gradeIds.map((gradeId, index) => ({
          ...{ organizationId: school.id, id: sectionIds[index] ?? "", yearId: fromYearId, gradeId },
          ...{ name: "A", capacity: 20, guideUserId: school.people.COACH.id },
        })),
      ),
    );
  });

  test("is drafted, previewed, done and told: everybody goes where they belong", async () => {
    const [first = "", repeats = ""] = await addStudents(0, 3);
    const [last = ""] = await addStudents(10, 2);
    const [loose = ""] = await addStudents(1, 1, { sectionId: null });
    const [away = ""] = await addStudents(0, 1, { status: "inactive" });
    await inside((tx) =>
      tx.db.insert(academicRecords).values({
        ...{ organizationId: school.id, id: newId(), studentId: last, year: "2025-2026", grade: "5to Año" },
        ...{ average: 18.5, result: "in_progress" },
      }),
    );
    const pupils = await addPupils(urls.operator, school, 3);
    const taught = await openClass(school, { name: "Castellano", year: "2025-2026", capacity: 2 });
    await enrolAll(school, taught, pupils);

    const draft = await draftRollover(admin(), {});
    expect(draft.old).toMatchObject({
      year: { name: "2025-2026", isCurrent: true },
      classCount: 1,
      unplaced: [
        { gradeId: gradeIds[1], studentCount: 1, target: { kind: "section", gradeId: gradeIds[2] } },
      ],
      leftOut: { count: 1, students: [{ id: away, status: "inactive" }] },
    });
    expect(draft.old?.sections[0]).toMatchObject({
      ...{ id: sectionIds[0], studentCount: 3, target: { kind: "section", gradeId: gradeIds[1], name: "A" } },
    });
    expect(draft.old?.sections.at(-1)).toMatchObject({ studentCount: 2, target: { kind: "graduates" } });
    const found = await listSectionStudents(admin(), { sectionId: sectionIds[0] ?? "", search: "nina 1" });
    expect(found.map(({ id }) => id)).toEqual([repeats]);

    const before = await all();
    const given = plan({ heldBack: [repeats] });
    expect(await preview(given)).toEqual({
      ...{ from: "2025-2026", to: "2026-2027", sectionCount: 11, classCount: 1 },
      counts: { promoted: 3, heldBack: 1, graduated: 2, leftOut: 1 },
    });
    expect(await all()).toEqual(before);
    const { id, toYearId } = await run(given);

    const next = { year: "2026-2027", listNumber: null, status: "active" };
    expect(await rowsOf([first, repeats, loose, last, away])).toMatchObject([
      { ...next, grade: "2do Grado", section: "A" },
      { ...next, grade: "1er Grado", section: "A" },
      { ...next, grade: "3er Grado", section: null },
      { year: "2025-2026", grade: "5to Año", section: "A", status: "graduated" },
      { year: "2025-2026", grade: "1er Grado", section: "A", status: "inactive", listNumber: 1 },
    ]);
    expect(await historyOf(first)).toEqual([
      { year: "2025-2026", grade: "1er Grado", section: "A", result: "promoted" },
    ]);
    expect(await historyOf(repeats)).toMatchObject([{ result: "held_back" }]);
    // The year that was in progress has its result, and is there once.
    expect(await historyOf(last)).toMatchObject([{ grade: "5to Año", result: "graduated" }]);
    expect(await historyOf(away)).toEqual([]);
    const [status] = await inside((tx) =>
      tx.db.select().from(studentStatuses).where(eq(studentStatuses.studentId, last)),
    );
    expect(status).toMatchObject({ status: "graduated", recordedBy: school.people.ORG_ADMIN.name });

    const { years, year } = await getStructure(admin(), {});
    expect(years.map(({ name, state, isCurrent }) => [name, state, isCurrent])).toEqual([
      ["2026-2027", "open", true],
      ["2025-2026", "closed", false],
    ]);
    expect(year).toMatchObject({ terms: [{ name: "Lapso 1" }] });
    expect(year?.sections).toHaveLength(11);
    expect(year?.sections.every(({ capacity, guide }) => capacity === 20 && guide === null)).toBe(true);
    // What the old year had is still counted there.
    const old = (await getStructure(admin(), { yearId: fromYearId })).year;
    expect(old?.sections.find(({ id: one }) => one === sectionIds[0])).toMatchObject({ studentCount: 3 });
    expect(old?.sections.find(({ id: one }) => one === sectionIds[10])).toMatchObject({ studentCount: 2 });
    // Its classes rest, and nobody waits for them.
    expect((await placesOf(urls.operator, school, taught)).waiting).toEqual([]);
    expect(await eventsAbout(urls.operator, school, taught)).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: "class.archived" })]),
    );
    expect(await eventsAbout(urls.operator, school, id)).toMatchObject([
      {
        ...{ action: "rollover.done", subjectName: "2025-2026 → 2026-2027" },
        after: { year: "2026-2027", promoted: 3, heldBack: 1, graduated: 2, leftOut: 1, classes: 1 },
      },
    ]);
    expect(await eventsAbout(urls.operator, school, repeats)).toMatchObject([
      { action: "student.held_back", after: { year: "2026-2027", place: "1er Grado A" } },
    ]);
    expect(await listRollovers(admin())).toMatchObject([
      { id, to: "2026-2027", studentCount: 6, undoneAt: null },
    ]);
    expect(toYearId).not.toBe(fromYearId);
  });

  test("is taken back whole: everything is as it was", async () => {
    const ids = [...(await addStudents(0, 3)), ...(await addStudents(10, 2))];
    const [waits = "", ...seated] = (await addPupils(urls.operator, school, 3)).map(({ id }) => id).reverse();
    const taught = await openClass(school, { name: "Castellano", year: "2025-2026", capacity: 2 });
    await enrolAll(
      school,
      taught,
      [...seated.reverse(), waits].map((id) => ({ id })),
    );
    const before = await rowsOf(ids);
    const places = await placesOf(urls.operator, school, taught);
    const { id } = await run();
    expect(await previewUndo(admin(), { id })).toEqual({ refusal: null, back: 5, keptCount: 0, kept: [] });
    expect(await undoRollover(admin(), { id })).toMatchObject({
      back: 5,
      kept: [],
      classes: [],
      sectionCount: 11,
    });
    expect(await rowsOf(ids)).toEqual(before);
    expect(await historyOf(ids[0] ?? "")).toEqual([]);
    const statuses = await inside((tx) =>
      tx.db.$count(studentStatuses, eq(studentStatuses.organizationId, school.id)),
    );
    expect(statuses).toBe(0);
    expect((await placesOf(urls.operator, school, taught)).active).toEqual(places.active);
    expect((await placesOf(urls.operator, school, taught)).waiting).toEqual(places.waiting);
    const { years } = await getStructure(admin(), {});
    expect(years.map(({ name, state, isCurrent }) => [name, state, isCurrent])).toEqual([
      ["2026-2027", "planned", false],
      ["2025-2026", "open", true],
    ]);
    expect(await refusal(undoRollover(admin(), { id }))).toMatchObject({ key: "rollovers.undone" });
    expect((await eventsAbout(urls.operator, school, id)).map(({ action }) => action)).toEqual([
      ...["rollover.done", "rollover.undone"],
    ]);
    // And once more, into the year that is there now.
    const yearId = years[0]?.id ?? "";
    expect(await run(plan({ to: { yearId } }))).toMatchObject({ counts: { promoted: 3, graduated: 2 } });
  });

  test("keeps what was edited since, and names it", async () => {
    const [moved = "", graded = "", back = ""] = await addStudents(0, 3);
    const [returns = "", gone = ""] = await addStudents(10, 2);
    const { id, toYearId } = await run();
    const other = newId();
    await inside(async (tx) => {
      await tx.db.insert(sections).values({
        ...{ organizationId: school.id, id: other, yearId: toYearId, gradeId: gradeIds[1] ?? "", name: "Z" },
      });
      await tx.db.update(students).set({ sectionId: other }).where(eq(students.id, moved));
      await tx.db
        .update(academicRecords)
        .set({ average: 17, updatedAt: new Date() })
        .where(eq(academicRecords.studentId, graded));
      await tx.db.update(students).set({ status: "active" }).where(eq(students.id, returns));
    });
    const kept = [
      { id: moved, parts: ["place"] },
      { id: graded, parts: ["history"] },
      { id: returns, parts: ["status"] },
    ];
    expect((await previewUndo(admin(), { id })).kept).toMatchObject(kept);
    expect(await undoRollover(admin(), { id })).toMatchObject({ back: 3, keptCount: 3, kept });
    expect(await rowsOf([moved, graded, back, returns, gone])).toMatchObject([
      { year: "2026-2027", grade: "2do Grado", section: "Z" },
      { year: "2025-2026", grade: "1er Grado", section: "A" },
      { year: "2025-2026", grade: "1er Grado", section: "A", listNumber: 3 },
      { year: "2025-2026", grade: "5to Año", status: "active" },
      { year: "2025-2026", grade: "5to Año", status: "active" },
    ]);
    expect(await historyOf(moved)).toMatchObject([{ result: "promoted" }]);
    expect(await historyOf(graded)).toMatchObject([{ result: "promoted" }]);
    expect(await historyOf(back)).toEqual([]);
  });

  test("is not taken back once the new year has gone on or is closed", async () => {
    await addStudents(0, 1);
    const first = await run();
    const later = await inOrganization(admin(), (tx) => findOrCreateYear(tx, "2027-2028"));
    const second = await run(plan({ fromYearId: first.toYearId, to: { yearId: later.id } }));
    expect(await previewUndo(admin(), { id: first.id })).toMatchObject({ refusal: "followed" });
    expect(await refusal(undoRollover(admin(), { id: first.id }))).toMatchObject({
      key: "rollovers.followed",
    });
    await undoRollover(admin(), { id: second.id });
    await setCurrentYear(admin(), { id: later.id });
    await closeYear(admin(), { id: first.toYearId });
    expect(await refusal(undoRollover(admin(), { id: first.id }))).toMatchObject({
      key: "rollovers.yearClosed",
    });
  });

  test("does nothing where the school is no longer as it was shown, or the plan does not fit", async () => {
    const [one = ""] = await addStudents(0, 2);
    const { counts } = await preview();
    await inside((tx) => tx.db.update(students).set({ status: "inactive" }).where(eq(students.id, one)));
    const before = await all();
    const stale = runRolloverInput.parse({ ...plan(), expected: counts });
    expect(await refusal(runRollover(admin(), stale))).toMatchObject({ key: "rollovers.changed" });
    expect(await refusal(preview(plan({ to: { yearId: fromYearId } })))).toMatchObject({
      key: "rollovers.sameYear",
    });
    expect(await refusal(preview(plan({ to: { ...NEXT, name: "2025-2026" } })))).toMatchObject({
      key: "academics.yearTaken",
    });
    expect(await refusal(preview(plan({ fromYearId: newId() })))).toMatchObject({ kind: "not_found" });
    const target = { kind: "section" as const, gradeId: newId(), name: "A" };
    expect(
      await refusal(preview(plan({ targets: [{ sectionId: sectionIds[0] ?? "", target }] }))),
    ).toMatchObject({ kind: "not_found" });
    expect(await all()).toEqual(before);
    const neighbour = await makeSchool(urls.operator, placement);
    const theirs = neighbour.actor(neighbour.people.ORG_ADMIN);
    expect(await refusal(previewRollover(theirs, previewRolloverInput.parse(plan())))).toMatchObject({
      kind: "not_found",
    });
    // Two at once: one of them is done.
    const fresh = runRolloverInput.parse({ ...plan(), expected: (await preview()).counts });
    const done = await Promise.allSettled([runRollover(admin(), fresh), runRollover(admin(), fresh)]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await inside((tx) => tx.db.$count(classes, eq(classes.organizationId, school.id)))).toBe(2);
  });
});

test("a thousand students go on, and back, in a few seconds", async () => {
  const school = await makeSchool(urls.operator);
  const actor = school.actor(school.people.ORG_ADMIN);
  const { year, all } = await inOrganization(actor, async (tx) => ({
    year: await findOrCreateYear(tx, "2025-2026"),
    all: await ensureGrades(tx),
  }));
  await asOperator(urls.operator, async (tx) => {
    await tx.enterPlacement("app");
    const own = { organizationId: school.id };
    const made = all.flatMap((grade) =>
      ["A", "B", "C"].map((name) => ({ ...own, id: newId(), yearId: year.id, gradeId: grade.id, name })),
    );
    await tx.db.insert(sections).values(made);
    await tx.db.insert(students).values(
      Array.from({ length: 1_000 }, (_, index) => {
        const section = made[index % made.length];
        return {
          ...{
            ...own,
            id: newId(),
            code: `S${index}`,
            firstNames: `N${index}`,
            lastNames: "X",
            sortKey: `${index}`,
          },
          ...{ searchKey: ` n${index}`, gender: "male" as const, birthDate: "2015-01-01" },
          ...{ yearId: year.id, gradeId: section?.gradeId, sectionId: section?.id },
        };
      }),
    );
  });
  const given = previewRolloverInput.parse({ fromYearId: year.id, to: NEXT });
  const { counts } = await previewRollover(actor, given);
  const began = performance.now();
  const { id } = await runRollover(actor, runRolloverInput.parse({ ...given, expected: counts }));
  const went = performance.now() - began;
  expect(await undoRollover(actor, { id })).toMatchObject({ back: 1_000, keptCount: 0 });
  const back = performance.now() - began - went;
  expect(went).toBeLessThan(10_000);
  expect(back).toBeLessThan(10_000);
});
