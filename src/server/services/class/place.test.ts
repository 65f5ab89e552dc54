import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { createClassInput, duplicateClassInput } from "@/domain/class";
import { newId } from "@/lib/ids";
import { openClass } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { addStudentRecords } from "../../../../tests/support/student-records";
import { archiveSubject, closeYear, setCurrentYear } from "../academics";
import { createClass } from "./create-class";
import { duplicateClass } from "./duplicate-class";
import { getClass } from "./get-class";
import { updateClass } from "./update-class";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("where a class belongs, in a school placed in %s,", (placement) => {
  let school: TestSchool;
  let known: Awaited<ReturnType<typeof addStudentRecords>>;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const create = (given: object) =>
    createClass(admin(), createClassInput.parse({ name: "New", leadId: school.people.COACH.id, ...given }));
  const placeOf = async (id: string) => {
    const { yearId, sectionId, subjectId, year, section, subject } = await getClass(admin(), { id });
    return { ids: { yearId, sectionId, subjectId }, names: { year, section, subject: subject.slice(0, 7) } };
  };

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    known = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return addStudentRecords(tx, school);
    });
  });

  test("is a year, and a section and a subject where they are wanted; a section tells the year", async () => {
    const { yearId, sectionId, subjectId, nextYearId } = known;
    const { id } = await create({ sectionId, subjectId });
    expect(await placeOf(id)).toEqual({
      ids: { yearId, sectionId, subjectId },
      names: { year: "2025-2026", section: "1er Grado A", subject: "Ajedrez" },
    });
    // Another year has other sections.
    await updateClass(admin(), { id, yearId: nextYearId });
    expect(await placeOf(id)).toMatchObject({
      ids: { yearId: nextYearId, sectionId: null, subjectId },
      names: { year: "2026-2027", section: "" },
    });
    await updateClass(admin(), { id, yearId: null, subjectId: null });
    expect((await placeOf(id)).ids).toEqual({ yearId: null, sectionId: null, subjectId: null });
    const [made, moved] = await eventsAbout(urls.operator, school, id);
    expect(made?.after).toMatchObject({ year: "2025-2026", section: "1er Grado A" });
    expect(moved).toMatchObject({
      before: { year: "2025-2026", section: "1er Grado A" },
      after: { year: "2026-2027", section: "" },
    });
  });

  test("is nothing that the school has not, or of another year", async () => {
    const neighbour = await makeSchool(urls.operator, placement);
    const theirs = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return addStudentRecords(tx, neighbour);
    });
    for (const [given, key, field] of [
      [{ yearId: theirs.yearId }, "class.noYear", "yearId"],
      [{ yearId: newId() }, "class.noYear", "yearId"],
      [{ sectionId: theirs.sectionId }, "class.noSection", "sectionId"],
      [{ subjectId: theirs.subjectId }, "class.noSubject", "subjectId"],
      [{ yearId: known.nextYearId, sectionId: known.sectionId }, "class.sectionElsewhere", "sectionId"],
      [{ yearId: null, sectionId: known.sectionId }, "class.sectionElsewhere", "sectionId"],
    ] as const)
      expect(await refusal(create(given))).toMatchObject({ kind: "invalid", key, field });
  });

  test("stays when it is put away or closed, and takes nobody new", async () => {
    const { yearId, nextYearId, sectionId, subjectId } = known;
    const { id } = await create({ name: "Old", sectionId, subjectId });
    await archiveSubject(admin(), { id: subjectId });
    await setCurrentYear(admin(), { id: nextYearId });
    await closeYear(admin(), { id: yearId });
    await updateClass(admin(), { id, description: "Still here", subjectId, yearId, sectionId });
    const closed = { kind: "conflict", key: "academics.yearClosed", field: "yearId" };
    expect(await refusal(create({ yearId }))).toMatchObject(closed);
    expect(await refusal(create({ subjectId }))).toMatchObject({ key: "class.noSubject" });
    const copy = (given: object) =>
      duplicateClass(admin(), duplicateClassInput.parse({ id, name: "Copy", ...given }));
    expect(await refusal(copy({}))).toMatchObject(closed);
    const made = await copy({ yearId: nextYearId });
    expect((await placeOf(made.id)).ids).toEqual({ yearId: nextYearId, sectionId: null, subjectId });
  });

  test("is kept by a copy in the same year, and chosen anew in another", async () => {
    const { yearId, sectionId, otherSectionId, nextYearId } = known;
    const id = await openClass(school, { name: "Source", sectionId });
    const copy = (given: object) => duplicateClass(admin(), duplicateClassInput.parse({ id, ...given }));
    const same = await copy({ name: "Same" });
    expect((await placeOf(same.id)).ids).toMatchObject({ yearId, sectionId });
    const other = await copy({ name: "Other", yearId, sectionId: otherSectionId });
    expect((await placeOf(other.id)).ids).toMatchObject({ yearId, sectionId: otherSectionId });
    const later = await copy({ name: "Later", yearId: nextYearId });
    expect((await placeOf(later.id)).ids).toMatchObject({ yearId: nextYearId, sectionId: null });
  });
});
