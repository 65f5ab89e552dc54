import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { grades, terms } from "@/db/schema/tenant/academics";
import { inOrganization, type TenantTx } from "@/db/scope";
import { DEFAULT_GRADES } from "@/domain/academics-list";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { ensureGrades } from "./ensure-grades";
import { findOrCreateSections } from "./find-or-create-sections";
import { findOrCreateYear } from "./find-or-create-year";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("the structure of a school placed in %s", (placement) => {
  let school: TestSchool;
  const inside = <T>(fn: (tx: TenantTx) => Promise<T>) =>
    inOrganization(school.actor(school.people.ORG_ADMIN), fn);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("begins with the usual grades, once", async () => {
    const [first, second] = await Promise.all([inside(ensureGrades), inside(ensureGrades)]);
    expect(first).toEqual(second);
    expect(first.map(({ name, level, position }) => ({ name, level, position }))).toEqual(
      DEFAULT_GRADES.map((grade, index) => ({ ...grade, position: index + 1 })),
    );
    expect(await inside(ensureGrades)).toEqual(first);
    const [grade] = first;
    expect(await eventsAbout(urls.operator, school, grade?.id ?? "")).toMatchObject([
      { action: "grade.created", subjectName: "1er Grado" },
    ]);
  });

  test("leaves a school that has put its grades away without any", async () => {
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      await tx.db.insert(grades).values({
        ...{ organizationId: school.id, id: newId(), position: 1, name: "Maternal" },
        ...{ sortKey: "maternal", archivedAt: new Date() },
      });
    });
    expect(await inside(ensureGrades)).toEqual([]);
  });

  test("makes a year with its usual days and terms, the first as the current one", async () => {
    const year = await inside((tx) => findOrCreateYear(tx, "2025 / 26"));
    expect(year).toMatchObject({
      ...{ name: "2025-2026", startsOn: "2025-09-15", endsOn: "2026-07-31" },
      ...{ state: "open", isCurrent: true, made: true },
    });
    expect(await inside((tx) => findOrCreateYear(tx, "2025-2026"))).toEqual({ ...year, made: false });
    expect(await inside((tx) => findOrCreateYear(tx, "2026"))).toMatchObject({
      ...{ startsOn: "2026-01-01", endsOn: "2026-12-31", isCurrent: false, made: true },
    });
    const rows = await inside((tx) => tx.db.select().from(terms).orderBy(terms.startsOn));
    expect(rows.filter(({ yearId }) => yearId === year.id).map(({ name, endsOn }) => [name, endsOn])).toEqual(
      [
        ["Term 1", "2025-12-30"],
        ["Term 2", "2026-04-15"],
        ["Term 3", "2026-07-31"],
      ],
    );
    expect(await refusal(inside((tx) => findOrCreateYear(tx, "Verano")))).toMatchObject({
      key: "academics.yearName",
    });
    expect(await eventsAbout(urls.operator, school, year.id)).toMatchObject([
      { action: "year.created", subjectName: "2025-2026" },
    ]);
  });

  test("finds and makes sections of several grades at once", async () => {
    const [first, second] = await inside(ensureGrades);
    const { id: yearId } = await inside((tx) => findOrCreateYear(tx, "2025-2026"));
    if (!first || !second) throw new Error("no grades");
    const pairs = [
      { gradeId: first.id, name: "A" },
      { gradeId: first.id, name: ' "b" ' },
      { gradeId: first.id, name: "B" },
      { gradeId: second.id, name: "" },
    ];
    const made = await inside((tx) => findOrCreateSections(tx, yearId, pairs));
    const shown = (list: typeof made) => list.map(({ gradeId, name, made: isNew }) => [gradeId, name, isNew]);
    expect(shown(made).sort()).toEqual(
      [
        [first.id, "A", true],
        [first.id, "B", true],
        [second.id, "U", true],
      ].sort(),
    );
    const again = await inside((tx) =>
      findOrCreateSections(tx, yearId, [...pairs.slice(0, 1), { gradeId: second.id, name: "C" }]),
    );
    expect(shown(again).sort()).toEqual(
      [
        [first.id, "A", false],
        [second.id, "C", true],
      ].sort(),
    );
    expect(await refusal(inside((tx) => findOrCreateSections(tx, newId(), pairs)))).toMatchObject({
      kind: "not_found",
    });
    expect(
      await refusal(inside((tx) => findOrCreateSections(tx, yearId, [{ gradeId: newId(), name: "A" }]))),
    ).toMatchObject({ kind: "not_found" });
    const neighbour = await makeSchool(urls.operator, placement);
    expect(
      await refusal(
        inOrganization(neighbour.actor(neighbour.people.ORG_ADMIN), (tx) =>
          findOrCreateSections(tx, yearId, pairs),
        ),
      ),
    ).toMatchObject({ kind: "not_found" });
  });
});
