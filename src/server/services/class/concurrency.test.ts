import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { enrollments } from "@/db/schema/tenant/classes";
import { moveInput, withdrawInput } from "@/domain/class";
import { addPupils, enrolAll, openClass, placesOf } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { removeUsers, restoreUsers } from "../user";
import { enroll } from "./enroll-students";
import { moveStudents } from "./move-students";
import { updateClass } from "./update-class";
import { withdraw } from "./withdraw-students";

const { urls } = await useTestDatabase();

const SEATS = 30;
const ON = "2026-03-20";

/** The enrolments of a class in the order in which they were made: their ids are made under its lock. */
function inOrder(school: TestSchool, classId: string) {
  return asOperator(urls.operator, async (tx) => {
    await tx.enterPlacement(school.placement);
    return tx.db
      .select({ state: enrollments.state, waitNumber: enrollments.waitNumber, userId: enrollments.userId })
      .from(enrollments)
      .where(and(eq(enrollments.organizationId, school.id), eq(enrollments.classId, classId)))
      .orderBy(enrollments.id);
  });
}

describe.each(["app", APART])("a hundred at once, in a school placed in %s", (placement) => {
  let school: TestSchool;
  let pupils: TestPerson[];
  let id: string;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const places = () => placesOf(urls.operator, school, id);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    pupils = await addPupils(urls.operator, school, 100);
    id = await openClass(school, { name: "Wanted", capacity: SEATS });
  });

  test("get exactly the seats that there are; the rest wait in the order in which they came", async () => {
    const done = await Promise.all(pupils.map((pupil) => enroll(admin(), { id, userIds: [pupil.id] })));
    expect(done.filter(({ enrolled }) => enrolled === 1)).toHaveLength(SEATS);
    expect(done.filter(({ waiting }) => waiting === 1)).toHaveLength(100 - SEATS);
    const rows = await inOrder(school, id);
    expect(rows.map(({ state }) => state)).toEqual([
      ...Array.from({ length: SEATS }, () => "active"),
      ...Array.from({ length: 100 - SEATS }, () => "waiting"),
    ]);
    const waiting = rows.slice(SEATS);
    expect(waiting.map(({ waitNumber }) => waitNumber)).toEqual(waiting.map((_, index) => index + 1));

    const leaving = rows.slice(0, SEATS - 5).map(({ userId }) => userId);
    await Promise.all(
      leaving.map((userId) => withdraw(admin(), withdrawInput.parse({ id, userIds: [userId], on: ON }))),
    );
    const { active, waiting: left } = await places();
    const came = rows.map(({ userId }) => userId);
    expect(active.sort()).toEqual(came.slice(SEATS - 5, 2 * SEATS - 5).sort());
    expect(left).toEqual(came.slice(2 * SEATS - 5));
  });

  test("keep to the capacity while it changes and others leave, move, and are removed", async () => {
    const other = await openClass(school, { name: "Elsewhere", capacity: 10 });
    await enrolAll(school, id, pupils.slice(0, 40));
    const ids = pupils.map((pupil) => pupil.id);
    const [enrolling, leaving, moving, removed] = [
      ids.slice(40),
      ids.slice(0, 8),
      ids.slice(8, 24),
      ids.slice(24, 34),
    ];
    await Promise.all([
      ...enrolling.map((userId) => enroll(admin(), { id, userIds: [userId] })),
      ...leaving.map((userId) => withdraw(admin(), withdrawInput.parse({ id, userIds: [userId], on: ON }))),
      ...moving.map((userId, index) => {
        // In both directions at once.
        const [fromId, toId] = index % 2 === 0 ? [id, other] : [other, id];
        return moveStudents(admin(), moveInput.parse({ fromId, toId, userIds: [userId], on: ON }));
      }),
      ...[31, 34, 32].map((capacity) => updateClass(admin(), { id, capacity })),
      ...removed.map((userId) => removeUsers(admin(), { ids: [userId] })),
    ]);
    await updateClass(admin(), { id, capacity: 40 });
    const { active, waiting } = await places();
    expect(active).toHaveLength(40);
    const there = await placesOf(urls.operator, school, other);
    expect(there.active.length).toBeLessThanOrEqual(10);
    expect(waiting.length > 0 || active.length < 40).toBe(true);
    for (const userId of [...leaving, ...removed]) expect([...active, ...waiting]).not.toContain(userId);
    const everywhere = [...active, ...waiting, ...there.active, ...there.waiting];
    expect(new Set(everywhere).size).toBe(everywhere.length);

    await Promise.all([
      restoreUsers(admin(), { ids: removed }),
      ...enrolling
        .slice(0, 5)
        .map((userId) => withdraw(admin(), withdrawInput.parse({ id, userIds: [userId], on: ON }))),
    ]);
    expect((await places()).active).toHaveLength(40);
  });
});
