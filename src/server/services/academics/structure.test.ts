import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { asOperator, type OperatorTx } from "@/db/operator";
import { students } from "@/db/schema/tenant/students";
import { createSectionsInput, createYearInput, updateYearInput } from "@/domain/academics";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { addStudentRecords } from "../../../../tests/support/student-records";
import { removeUsers } from "../user";
import {
  academicOptions,
  archiveGrade,
  archiveSubject,
  closeYear,
  createGrade,
  createSections,
  createSubject,
  createYear,
  getStructure,
  removeSections,
  removeYear,
  reopenYear,
  reorderGrades,
  restoreGrade,
  restoreSubject,
  setCurrentYear,
  updateGrade,
  updateSection,
  updateSubject,
  updateYear,
} from ".";

const { urls } = await useTestDatabase();

const THIRDS = [
  { name: "Lapso 1", startsOn: "2030-09-15", endsOn: "2030-12-15" },
  { name: "Lapso 2", startsOn: "2031-01-07", endsOn: "2031-04-10" },
  { name: "Lapso 3", startsOn: "2031-04-20", endsOn: "2031-07-31" },
];
const YEAR = { name: "2030-2031", startsOn: "2030-09-15", endsOn: "2031-07-31", terms: THIRDS };

describe.each(["app", APART])("the academic structure of a school placed in %s", (placement) => {
  let school: TestSchool;
  let known: Awaited<ReturnType<typeof addStudentRecords>>;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const newYear = (given: Partial<z.input<typeof createYearInput>> = {}) =>
    createYear(admin(), createYearInput.parse({ ...YEAR, ...given }));
  const change = (given: z.input<typeof updateYearInput>) =>
    updateYear(admin(), updateYearInput.parse(given));
  const newSections = (given: z.input<typeof createSectionsInput>) =>
    createSections(admin(), createSectionsInput.parse(given));
  const inside = <T>(fn: (tx: OperatorTx) => Promise<T>) =>
    asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return fn(tx);
    });

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    known = await inside((tx) => addStudentRecords(tx, school));
  });

  test("is read as a whole, with the current year where none is said", async () => {
    const { yearId, nextYearId, emptyYearId, gradeId, sectionId, otherSectionId, termId } = known;
    const whole = await getStructure(admin(), {});
    expect(whole.years.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [nextYearId, false],
      [yearId, true],
      [emptyYearId, false],
    ]);
    expect(whole.grades.map(({ name }) => name)).toEqual(["1er Grado", "2do Grado"]);
    expect(whole.year).toMatchObject({
      id: yearId,
      terms: [{ id: termId, name: "Lapso 1" }],
      sections: [
        { id: sectionId, gradeId, name: "A", studentCount: 2, guide: { id: school.people.COACH.id } },
        { id: otherSectionId, name: "B", studentCount: 0, guide: null, classCount: 0 },
      ],
      unplaced: [],
    });
    await inside((tx) =>
      tx.db.update(students).set({ sectionId: null }).where(eq(students.id, known.twinId)),
    );
    await removeUsers(admin(), { ids: [school.people.COACH.id] });
    expect((await getStructure(admin(), { yearId })).year).toMatchObject({
      sections: [{ studentCount: 1, guide: null }, { studentCount: 0 }],
      unplaced: [{ gradeId, studentCount: 1 }],
    });
    const neighbour = await makeSchool(urls.operator, placement);
    const theirs = neighbour.actor(neighbour.people.ORG_ADMIN);
    expect(await getStructure(theirs, {})).toEqual({ years: [], grades: [], subjects: [], year: null });
    expect(await refusal(getStructure(theirs, { yearId }))).toMatchObject({ kind: "not_found" });
    expect(await academicOptions(theirs, { yearId })).toMatchObject({ years: [], sections: [] });
    expect(await academicOptions(admin(), {})).toMatchObject({
      years: [{ id: nextYearId }, { id: yearId, isCurrent: true }, { id: emptyYearId }],
      sections: [{ id: sectionId, gradeName: "1er Grado", name: "A" }, { id: otherSectionId }],
      subjects: [{ id: known.subjectId }],
    });
  });

  test("has years with terms that keep who they are", async () => {
    const { id } = await newYear();
    expect(await refusal(newYear())).toMatchObject({ key: "academics.yearTaken", field: "name" });
    const read = async () => (await getStructure(admin(), { yearId: id })).year;
    const [first, second, third] = (await read())?.terms ?? [];
    if (!first || !second || !third) throw new Error("no terms");
    expect(await read()).toMatchObject({ state: "planned", isCurrent: false, startsOn: "2030-09-15" });
    await change({
      ...{ id, ...YEAR },
      terms: [
        { name: "Propedéutico", startsOn: "2030-09-15", endsOn: "2030-09-30" },
        { ...first, startsOn: "2030-10-01" },
        { ...third, name: "Lapso final" },
      ],
    });
    const terms = (await read())?.terms;
    expect(terms).toMatchObject([
      { name: "Propedéutico" },
      { id: first.id, startsOn: "2030-10-01" },
      { id: third.id, name: "Lapso final" },
    ]);
    // Two that change places.
    await change({
      ...{ id, ...YEAR },
      terms: [
        { ...third, name: "Uno", startsOn: "2030-09-15", endsOn: "2030-12-15" },
        { ...first, name: "Dos", startsOn: "2031-01-07", endsOn: "2031-07-31" },
      ],
    });
    expect((await read())?.terms).toMatchObject([{ id: third.id }, { id: first.id }]);
    expect(
      await refusal(
        change({ id, ...YEAR, terms: [{ ...second, startsOn: "2031-01-07", endsOn: "2031-02-01" }] }),
      ),
    ).toMatchObject({ kind: "not_found" });
    const base = { name: "2030-2031", startsOn: "2030-09-15", endsOn: "2031-07-31" };
    await change({ id, ...YEAR, terms: [], base, name: "Otro" });
    expect(await refusal(change({ id, ...YEAR, terms: [], base, name: "Mío" }))).toMatchObject({
      key: "academics.stale",
    });
    expect((await read())?.name).toBe("Otro");
    const events = await eventsAbout(urls.operator, school, id);
    expect(events.map(({ action }) => action)).toEqual(["year.created", ...Array(3).fill("year.updated")]);
    expect(events.at(-1)).toMatchObject({
      before: { name: "2030-2031" },
      after: { name: "Otro", terms: [] },
    });
  });

  test("has one current year, and closed ones stay as they are", async () => {
    const { yearId, nextYearId, sectionId, gradeId } = known;
    expect(await refusal(closeYear(admin(), { id: yearId }))).toMatchObject({ key: "academics.yearCurrent" });
    await setCurrentYear(admin(), { id: nextYearId });
    await closeYear(admin(), { id: yearId });
    const { years } = await getStructure(admin(), {});
    expect(years.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([nextYearId]);
    const closed = { kind: "conflict", key: "academics.yearClosed", values: { name: "2025-2026" } };
    for (const attempt of [
      () => change({ id: yearId, ...YEAR }),
      () => setCurrentYear(admin(), { id: yearId }),
      () => newSections({ yearId, gradeIds: [gradeId], names: ["Z"] }),
      () => updateSection(admin(), { id: sectionId, name: "Z" }),
      () => removeSections(admin(), { ids: [known.otherSectionId] }),
    ])
      expect(await refusal(attempt())).toMatchObject(closed);
    await reopenYear(admin(), { id: yearId });
    await setCurrentYear(admin(), { id: yearId });
    expect(await refusal(removeYear(admin(), { id: yearId }))).toMatchObject({ key: "academics.yearUsed" });
    expect(await refusal(removeYear(admin(), { id: nextYearId }))).toMatchObject({
      key: "academics.yearUsed",
    });
    await removeYear(admin(), { id: known.emptyYearId });
    const events = await eventsAbout(urls.operator, school, yearId);
    expect(events.map(({ action }) => action)).toEqual([
      ...["year.closed", "year.reopened", "year.made_current"],
    ]);
  });

  test("two who set another current year at once leave one", async () => {
    const { nextYearId, emptyYearId } = known;
    await Promise.allSettled([
      setCurrentYear(admin(), { id: nextYearId }),
      setCurrentYear(admin(), { id: emptyYearId }),
    ]);
    const { years } = await getStructure(admin(), {});
    expect(years.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
  });

  test("has grades in an order, that can be put away while no open year has sections of them", async () => {
    const { gradeId, nextGradeId } = known;
    const { id } = await createGrade(admin(), { name: "3er Grado", level: "primary" });
    expect(await refusal(createGrade(admin(), { name: "3ER GRADO", level: "other" }))).toMatchObject({
      key: "academics.gradeTaken",
    });
    await reorderGrades(admin(), { ids: [id, nextGradeId, gradeId] });
    const names = async () => (await getStructure(admin(), {})).grades.map(({ name }) => name);
    expect(await names()).toEqual(["3er Grado", "2do Grado", "1er Grado"]);
    expect(await refusal(reorderGrades(admin(), { ids: [id, gradeId] }))).toMatchObject({
      key: "academics.tryAgain",
    });
    expect(await refusal(reorderGrades(admin(), { ids: [id, gradeId, newId()] }))).toMatchObject({
      kind: "not_found",
    });
    await updateGrade(admin(), { id, name: "Tercero" });
    expect(await refusal(updateGrade(admin(), { id, name: "1er grado" }))).toMatchObject({
      key: "academics.gradeTaken",
    });
    expect(await refusal(archiveGrade(admin(), { id: gradeId }))).toMatchObject({
      key: "academics.gradeUsed",
      values: { name: "1er Grado", year: "2025-2026" },
    });
    await archiveGrade(admin(), { id });
    expect((await academicOptions(admin(), {})).grades.map((grade) => grade.id)).toEqual([
      nextGradeId,
      gradeId,
    ]);
    await createGrade(admin(), { name: "Tercero", level: "primary" });
    expect(await refusal(restoreGrade(admin(), { id }))).toMatchObject({ key: "academics.gradeTaken" });
    await updateGrade(admin(), { id, name: "Tercero viejo" });
    await restoreGrade(admin(), { id });
    expect(await names()).toEqual(["Tercero viejo", "2do Grado", "1er Grado", "Tercero"]);
  });

  test("gets several sections at once, changes them, and loses those that are empty", async () => {
    const { yearId, gradeId, nextGradeId, sectionId, otherSectionId } = known;
    const made = await newSections({
      ...{ yearId, gradeIds: [gradeId, nextGradeId], names: ["a", "B", "“c”", "c"], capacity: 30 },
    });
    expect(made).toMatchObject({ known: 2 });
    expect(made.made.map(({ name }) => name).sort()).toEqual(["A", "B", "C", "C"]);
    const read = async () => (await getStructure(admin(), {})).year?.sections ?? [];
    expect(
      (await read()).map((section) => [section.gradeId === gradeId, section.name, section.capacity]),
    ).toEqual(
      expect.arrayContaining([
        [true, "A", null],
        [true, "B", null],
        [true, "C", 30],
        [false, "A", 30],
        [false, "B", 30],
        [false, "C", 30],
      ]),
    );
    expect(await refusal(updateSection(admin(), { id: sectionId, name: "B" }))).toMatchObject({
      key: "academics.sectionTaken",
    });
    for (const guideUserId of [school.people.STUDENT.id, newId()])
      expect(await refusal(updateSection(admin(), { id: sectionId, guideUserId }))).toMatchObject({
        key: "academics.cannotGuide",
        field: "guideUserId",
      });
    await updateSection(admin(), {
      ...{ id: sectionId, name: "SECOYA", capacity: 20, guideUserId: school.people.ORG_ADMIN.id },
    });
    expect((await read()).find(({ id }) => id === sectionId)).toMatchObject({
      ...{ name: "SECOYA", capacity: 20, guide: { id: school.people.ORG_ADMIN.id } },
    });
    const absent = newId();
    expect(await removeSections(admin(), { ids: [sectionId, otherSectionId, absent] })).toEqual([
      { id: sectionId, name: "1er Grado SECOYA", ok: false, code: "has_students" },
      { id: otherSectionId, name: "1er Grado B", ok: true },
      { id: absent, name: "", ok: false, code: "not_found" },
    ]);
    expect(await eventsAbout(urls.operator, school, otherSectionId)).toMatchObject([
      { action: "section.removed", subjectName: "1er Grado B", before: { year: "2025-2026" } },
    ]);
    expect(await refusal(removeSections(admin(), { ids: [absent] }))).toMatchObject({ kind: "not_found" });
    await archiveGrade(admin(), { id: (await createGrade(admin(), { name: "Viejo", level: "other" })).id });
    const old = (await getStructure(admin(), {})).grades.find(({ name }) => name === "Viejo");
    expect(await refusal(newSections({ yearId, gradeIds: [old?.id ?? ""], names: ["A"] }))).toMatchObject({
      kind: "not_found",
    });
  });

  test("has subjects with a name that no other in use has", async () => {
    const { id } = await createSubject(admin(), { name: "Matemática", code: "MAT" });
    expect(await refusal(createSubject(admin(), { name: "matematica", code: "" }))).toMatchObject({
      key: "academics.subjectTaken",
    });
    await updateSubject(admin(), { id, code: "M" });
    await archiveSubject(admin(), { id });
    await createSubject(admin(), { name: "Matemática", code: "" });
    expect(await refusal(restoreSubject(admin(), { id }))).toMatchObject({ key: "academics.subjectTaken" });
    await updateSubject(admin(), { id, name: "Matemática II" });
    await restoreSubject(admin(), { id });
    const { subjects } = await getStructure(admin(), {});
    expect(subjects.map(({ name, code, archivedAt }) => [name, code, archivedAt])).toEqual([
      [expect.stringMatching(/^Ajedrez/), "", null],
      ["Matemática", "", null],
      ["Matemática II", "M", null],
    ]);
  });
});
