import { TRPCError } from "@trpc/server";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { users } from "@/db/schema/core/users";
import { listUsersInput, userFilterSchema } from "@/domain/user";
import { SORT_DIRECTIONS, USER_SORTS } from "@/domain/user-list";
import { newId } from "@/lib/ids";
import { contextFor } from "@/server/context";
import { createCaller } from "@/server/root";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { countUsers } from "./count-users";
import { exportUsers } from "./export-users";
import { findUserByEmail } from "./find-user";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";
import { removeUsers } from "./remove-users";
import { suspendUsers } from "./set-user-status";

const { urls } = await useTestDatabase();

const list = (school: TestSchool, given: Parameters<typeof listUsersInput.parse>[0] = {}) =>
  listUsers(school.actor(school.people.ORG_ADMIN), listUsersInput.parse(given));

const names = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name);

/** Every page from the first to the last, with what each said its first row's rank is. */
async function walk(school: TestSchool, given: Record<string, unknown>) {
  const ids: string[] = [];
  const ranks: number[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await list(school, { ...given, cursor });
    ids.push(...page.rows.map(({ id }) => id));
    ranks.push(page.from);
    if (page.nextCursor === null) return { ids, ranks };
    cursor = page.nextCursor;
  }
}

describe.each(["app", APART])("people of a school placed in %s", (placement) => {
  let school: TestSchool;
  let neighbour: TestSchool;
  let avila: TestPerson;
  let zambrano: TestPerson;
  let gone: TestPerson;
  const actor = () => school.actor(school.people.ORG_ADMIN);

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
    neighbour = await makeSchool(urls.operator, placement);
    avila = await addMember(urls.operator, school, { role: "STUDENT", name: "Ángela Ávila" });
    zambrano = await addMember(urls.operator, school, { role: "COACH", name: "Bruno Zambrano" });
    gone = await addMember(urls.operator, school, { role: "STUDENT", name: "Gone Already" });
    await addMember(urls.operator, neighbour, { role: "STUDENT", name: "Ángela Ávila" });
    await suspendUsers(actor(), { ids: [zambrano.id] });
    await removeUsers(actor(), { ids: [gone.id] });
  });

  test("are found by search, role, status and class, and nobody of another school is", async () => {
    expect(names(await list(school, { search: "avila ANG" }))).toEqual(["Ángela Ávila"]);
    expect(names(await list(school, { search: zambrano.email }))).toEqual(["Bruno Zambrano"]);
    expect(names(await list(school, { search: "gone" }))).toEqual([]);
    expect(names(await list(school, { search: "%" }))).toHaveLength(7);
    expect(names(await list(school, { statuses: ["suspended"] }))).toEqual(["Bruno Zambrano"]);
    expect(names(await list(school, { roles: ["ADMIN", "PARENT"] }))).toEqual(
      [school.people.ADMIN.name, school.people.PARENT.name].sort(),
    );
    const ofClass = await list(school, { classId: school.classes.led });
    expect(ofClass.rows.map(({ id }) => id).sort()).toEqual(
      [school.people.COACH.id, school.people.STUDENT.id].sort(),
    );
    expect(ofClass.rows.every(({ classNames }) => classNames.length === 1)).toBe(true);
    expect(names(await list(school, { classId: neighbour.classes.led }))).toEqual([]);
    expect(names(await list(school, { roles: ["STUDENT"], search: "bruno" }))).toEqual([]);
  });

  test("are counted by filter, role and status", async () => {
    const counts = await countUsers(actor(), userFilterSchema.parse({ search: "avila" }));
    expect(counts).toEqual({
      matching: 1,
      byRole: { STUDENT: 2, PARENT: 1, COACH: 2, ORG_ADMIN: 1, ADMIN: 1 },
      suspended: 1,
      everyone: 7,
    });
  });

  test("are got with classes and history, also one who has left; another school's and none look alike", async () => {
    const coach = await getUser(actor(), { id: school.people.COACH.id });
    expect(coach.coached).toMatchObject([{ id: school.classes.led, isLead: true, studentCount: 1 }]);
    const left = await getUser(actor(), { id: gone.id });
    expect(left.leftAt).toBeInstanceOf(Date);
    expect(left.history).toMatchObject([{ action: "user.removed" }]);
    const foreign = await refusal(getUser(actor(), { id: neighbour.people.STUDENT.id }));
    expect(foreign).toEqual(await refusal(getUser(actor(), { id: newId() })));
    expect(foreign.kind).toBe("not_found");
  });

  test("are found by address, members alone", async () => {
    expect(await findUserByEmail(actor(), { email: avila.email })).toMatchObject({ id: avila.id });
    expect(await findUserByEmail(actor(), { email: gone.email })).toBeUndefined();
    expect(await findUserByEmail(actor(), { email: neighbour.people.STUDENT.email })).toBeUndefined();
  });

  test("are exported as they are seen, and the log tells who did", async () => {
    const rows = await exportUsers(actor(), {
      ...userFilterSchema.parse({}),
      sort: "name",
      direction: "desc",
    });
    expect(names({ rows })).toEqual(names(await list(school, { direction: "desc" })));
    expect(rows.find(({ id }) => id === school.people.STUDENT.id)?.classNames).toHaveLength(1);
    const events = await eventsAbout(urls.operator, school, school.id);
    expect(events).toMatchObject([
      { action: "user.exported", actorUserId: school.people.ORG_ADMIN.id, after: { count: 7 } },
    ]);
  });
});

describe("pages", () => {
  let school: TestSchool;
  beforeAll(async () => {
    school = await makeSchool(urls.operator);
    // Twins in every key: equal names, roles and statuses, and moments of joining within one millisecond.
    for (let index = 0; index < 12; index += 1)
      await addMember(urls.operator, school, { role: index < 6 ? "STUDENT" : "COACH", name: "Twin Pérez" });
    await asOperator(urls.operator, ({ db }) =>
      db
        .update(users)
        .set({
          joinedAt: sql`'2026-01-01 10:00:00.123000+00'::timestamptz + (random() * 900)::int * interval '1 microsecond'`,
        })
        .where(eq(users.organizationId, school.id)),
    );
  });

  const orders = USER_SORTS.flatMap((sort) => SORT_DIRECTIONS.map((direction) => ({ sort, direction })));

  test.each(orders)("by $sort, $direction, show everyone once", async ({ sort, direction }) => {
    const whole = await list(school, { sort, direction, limit: 100 });
    expect(whole.rows).toHaveLength(17);
    expect(whole.nextCursor).toBeNull();
    const { ids, ranks } = await walk(school, { sort, direction, limit: 4 });
    expect(ids).toEqual(whole.rows.map(({ id }) => id));
    expect(ranks).toEqual([1, 5, 9, 13, 17]);
    const turned = await list(school, {
      sort,
      direction: direction === "asc" ? "desc" : "asc",
      limit: 100,
    });
    expect(turned.rows.map(({ id }) => id)).toEqual([...ids].reverse());
  });

  test("refuse a cursor that was not written for this order", async () => {
    const { nextCursor } = await list(school, { sort: "name", limit: 4 });
    const person = school.people.ORG_ADMIN;
    const caller = createCaller({
      ...contextFor(undefined, { ipAddress: null, userAgent: null }),
      session: {
        id: newId(),
        account: {
          id: person.accountId,
          email: person.email,
          name: person.name,
          locale: null,
          theme: null,
          density: null,
        },
        user: null,
        organization: null,
        entered: null,
      },
      actor: school.actor(person),
    });
    const cursors = [
      "not-a-cursor",
      nextCursor ?? "",
      Buffer.from(JSON.stringify({ after: ["STUDENT", "x", "y"], index: 0 })).toString("base64url"),
    ];
    for (const cursor of cursors) {
      const error = await caller.user.list({ sort: "role", cursor }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(TRPCError);
      expect(error).toMatchObject({ code: "BAD_REQUEST", message: "cursor" });
    }
    await expect(caller.user.list({ sort: "name", cursor: nextCursor ?? "" })).resolves.toMatchObject({
      from: 5,
    });
  });
});
