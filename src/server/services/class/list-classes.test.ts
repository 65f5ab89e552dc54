import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { asOperator } from "@/db/operator";
import { classes } from "@/db/schema/tenant/classes";
import { classFilterSchema, listClassesInput } from "@/domain/class";
import { CLASS_SORTS } from "@/domain/class-list";
import { SORT_DIRECTIONS } from "@/domain/user-list";
import { CursorError } from "@/lib/cursor";
import { newId } from "@/lib/ids";
import { addPupils, classNames, enrolAll, openClass } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember } from "../../../../tests/support/look";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { archiveClasses } from "./archive-classes";
import { addCoaches } from "./change-coaches";
import { classFacets, countClasses, listClasses } from "./list-classes";
import { updateClass } from "./update-class";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("the list of classes of a school placed in %s", (placement) => {
  let school: TestSchool;
  let helper: TestPerson;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const names = (given?: z.input<typeof listClassesInput>) => classNames(admin(), given);

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
    const neighbour = await makeSchool(urls.operator, placement);
    await openClass(neighbour, { name: "Robótica ajena", year: "2019" });
    helper = await addMember(urls.operator, school, { role: "COACH", name: "Hugo Helper" });
    const pupils = await addPupils(urls.operator, school, 4);
    const open = async (name: string, year: string, capacity: number | null, count: number) => {
      const id = await openClass(school, { name, year, capacity });
      await enrolAll(school, id, pupils.slice(0, count));
      return id;
    };
    const free = await open("Robótica 5.º B", "2026-2027", 5, 2);
    await addCoaches(admin(), { id: free, userIds: [helper.id] });
    await open("Ñandú y peña", "2025-2026", 2, 2);
    await open("Waiting", "2026-2027", 1, 3);
    const over = await open("Over", "", 3, 3);
    await updateClass(admin(), { id: over, capacity: 2 });
    const old = await openClass(school, { name: "Robótica vieja", year: "2024-2025", leadId: helper.id });
    await archiveClasses(admin(), { ids: [old] });
  });

  test("shows seats, lead and coaches", async () => {
    const { rows, from, nextCursor } = await listClasses(admin(), listClassesInput.parse({ search: "5 b" }));
    const { COACH } = school.people;
    expect(rows).toEqual([
      {
        id: expect.any(String),
        name: "Robótica 5.º B",
        year: "2026-2027",
        state: "active",
        capacity: 5,
        studentCount: 2,
        waitingCount: 0,
        lead: { id: COACH.id, name: COACH.name },
        coachCount: 2,
        createdAt: expect.any(Date),
        archivedAt: null,
      },
    ]);
    expect([from, nextCursor]).toEqual([1, null]);
    const [waiting] = (await listClasses(admin(), listClassesInput.parse({ search: "waiting" }))).rows;
    expect(waiting).toMatchObject({ studentCount: 1, waitingCount: 2 });
    const [other] = (await listClasses(admin(), listClassesInput.parse({ search: "other" }))).rows;
    expect(other).toMatchObject({ studentCount: 0, waitingCount: 0, lead: null, coachCount: 0 });
  });

  test("finds by the beginnings of words, accents aside", async () => {
    expect(await names({ search: "robotica" })).toEqual(["Robótica 5.º B", "Robótica vieja"]);
    expect(await names({ search: "PENA nandu" })).toEqual(["Ñandú y peña"]);
    expect(await names({ search: "obotica" })).toEqual([]);
    expect(await names({ search: "%" })).toHaveLength(7);
    expect(await names({ search: "ajena" })).toEqual([]);
  });

  test("filters by coach, state, year, seats, and who has no lead", async () => {
    expect(await names({ coachId: helper.id })).toEqual(["Robótica 5.º B", "Robótica vieja"]);
    expect(await names({ coachId: newId() })).toEqual([]);
    expect(await names({ states: ["archived"] })).toEqual(["Robótica vieja"]);
    expect(await names({ years: ["2025-2026", "2024-2025"] })).toEqual(["Ñandú y peña", "Robótica vieja"]);
    expect(await names({ seats: ["free"] })).toEqual(["Robótica 5.º B"]);
    expect(await names({ seats: ["full"] })).toEqual(["Ñandú y peña", "Waiting"]);
    expect(await names({ seats: ["over"] })).toEqual(["Over"]);
    expect(await names({ seats: ["waiting", "over"] })).toEqual(["Over", "Waiting"]);
    expect(await names({ seats: ["unlimited"], states: ["active"] })).toEqual([
      expect.stringMatching(/^Led/),
      expect.stringMatching(/^Other/),
    ]);
    expect(await names({ withoutLead: true })).toEqual([expect.stringMatching(/^Other/)]);
    expect(await names({ seats: ["full"], search: "nandu", years: ["2025-2026"] })).toEqual(["Ñandú y peña"]);
  });

  test("is counted, and says what it can be filtered by", async () => {
    const count = (given: object) => countClasses(admin(), classFilterSchema.parse(given));
    expect(await count({})).toEqual({ matching: 7, active: 6, archived: 1 });
    expect(await count({ seats: ["full"] })).toEqual({ matching: 2, active: 6, archived: 1 });
    expect(await count({ search: "robotica", states: ["active"] })).toMatchObject({ matching: 1 });
    const { COACH } = school.people;
    expect(await classFacets(admin())).toEqual({
      years: ["2026-2027", "2025-2026", "2024-2025"],
      coaches: [
        { id: COACH.id, name: COACH.name },
        { id: helper.id, name: "Hugo Helper" },
      ],
    });
  });

  test("ends for a coach at their own classes", async () => {
    const actor = school.actor(helper);
    expect(await classNames(actor)).toEqual(["Robótica 5.º B", "Robótica vieja"]);
    expect(await classNames(actor, { coachId: school.people.COACH.id })).toEqual(["Robótica 5.º B"]);
    expect(await countClasses(actor, classFilterSchema.parse({}))).toEqual({
      matching: 2,
      active: 1,
      archived: 1,
    });
    expect(await classFacets(actor)).toMatchObject({ years: ["2026-2027", "2024-2025"] });
    const nobody = { ...actor, userId: null };
    expect(await classNames(nobody)).toEqual([]);
  });
});

describe("pages", () => {
  let school: TestSchool;
  const list = (given: object) =>
    listClasses(school.actor(school.people.ORG_ADMIN), listClassesInput.parse(given));

  beforeAll(async () => {
    school = await makeSchool(urls.operator);
    const pupils = await addPupils(urls.operator, school, 2);
    // Many of a year and of a size, made within one millisecond.
    for (let index = 0; index < 11; index += 1) {
      const id = await openClass(school, {
        name: `Section ${index}`,
        year: index < 6 ? "2026" : "",
        capacity: index % 2 === 0 ? 1 : null,
      });
      if (index % 3 > 0) await enrolAll(school, id, pupils.slice(0, index % 3));
    }
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement("app");
      await tx.db.update(classes).set({
        createdAt: sql`'2026-01-01 10:00:00.123000+00'::timestamptz + (random() * 900)::int * interval '1 microsecond'`,
      });
    });
  });

  const orders = CLASS_SORTS.flatMap((sort) => SORT_DIRECTIONS.map((direction) => ({ sort, direction })));

  test.each(orders)("by $sort, $direction, show every class once", async ({ sort, direction }) => {
    const whole = await list({ sort, direction, limit: 100 });
    expect(whole.rows).toHaveLength(13);
    const ids: string[] = [];
    const ranks: number[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await list({ sort, direction, limit: 4, cursor });
      ids.push(...page.rows.map(({ id }) => id));
      ranks.push(page.from);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(ids).toEqual(whole.rows.map(({ id }) => id));
    expect(ranks).toEqual([1, 5, 9, 13]);
    const turned = await list({ sort, direction: direction === "asc" ? "desc" : "asc", limit: 100 });
    expect(turned.rows.map(({ id }) => id)).toEqual([...ids].reverse());
  });

  test("by students count those who have a seat", async () => {
    const { rows } = await list({ sort: "students", direction: "desc", limit: 100 });
    const counts = rows.map(({ studentCount }) => studentCount);
    expect(counts).toEqual([...counts].sort((one, other) => other - one));
    expect(counts[0]).toBe(2);
  });

  test("refuse a cursor that was not written for this order", async () => {
    const { nextCursor } = await list({ sort: "name", limit: 4 });
    for (const cursor of ["not-a-cursor", nextCursor ?? ""])
      await expect(list({ sort: "students", cursor })).rejects.toThrow(CursorError);
    await expect(list({ sort: "name", cursor: nextCursor ?? "" })).resolves.toMatchObject({ from: 5 });
  });
});
