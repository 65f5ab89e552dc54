import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { enrollments } from "@/db/schema/tenant/classes";
import { moveInput, withdrawInput } from "@/domain/class";
import { newId } from "@/lib/ids";
import { addPupils, enrolAll, openClass, placesOf } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addClass, addMember, eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { suspendUsers } from "../user";
import { addCoaches } from "./change-coaches";
import { moveStudents } from "./move-students";
import { listFormer } from "./past";
import { reinstate } from "./reinstate-students";
import { withdraw } from "./withdraw-students";

const { urls } = await useTestDatabase();

const ON = "2026-03-20";

describe.each(["app", APART])("places in classes of a school placed in %s", (placement) => {
  let school: TestSchool;
  let pupils: TestPerson[];
  let ids: string[];
  /** Two seats, all pupils in it or waiting. */
  let full: string;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const coach = () => school.actor(school.people.COACH);
  const places = (id: string) => placesOf(urls.operator, school, id);
  const leave = (id: string, userIds: string[], reason = "") =>
    withdrawInput.parse({ id, userIds, on: ON, reason });
  const move = (fromId: string, toId: string, userIds: string[]) =>
    moveInput.parse({ fromId, toId, userIds, on: ON, reason: "Other hours" });
  const at = (index: number) => ids[index] ?? "";

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    pupils = await addPupils(urls.operator, school, 5);
    ids = pupils.map((pupil) => pupil.id);
    full = await openClass(school, { name: "Full", capacity: 2 });
    await enrolAll(school, full, pupils);
  });

  test("end with a day and a reason, free the seat for the next, and are remembered", async () => {
    const nobody = newId();
    const done = await withdraw(coach(), leave(full, [at(0), at(3), at(0), nobody], "Moved away"));
    expect(done).toEqual({
      results: [
        { id: at(0), name: "Pupil 01", ok: true, was: "active" },
        { id: at(3), name: "Pupil 04", ok: true, was: "waiting" },
        { id: nobody, name: "", ok: false, code: "not_enrolled" },
      ],
      promoted: [{ id: at(2), name: "Pupil 03", classId: full }],
    });
    expect(await places(full)).toMatchObject({
      active: [at(1), at(2)],
      waiting: [at(4)],
      withdrawn: [at(0), at(3)],
    });
    // Who only waited was never a student of it.
    const { rows } = await listFormer(admin(), { id: full });
    expect(rows).toMatchObject([
      { id: at(0), withdrawnOn: ON, reason: "Moved away", cause: "withdrawn", movedTo: null },
    ]);
    expect((await eventsAbout(urls.operator, school, full)).slice(3)).toMatchObject([
      { action: "class.student_withdrawn", after: { count: 2, on: ON, reason: "Moved away" } },
      { action: "class.student_promoted", after: { count: 1, students: [{ id: at(2) }] } },
    ]);
    expect(await eventsAbout(urls.operator, school, at(2))).toMatchObject([
      { action: "user.class_waiting" },
      { action: "user.class_promoted", after: { class: { id: full } } },
    ]);
  });

  test("are given back: a seat if one is free, the old place in the waiting list, else its end", async () => {
    await withdraw(admin(), leave(full, [at(0), at(3)]));
    // The seat has gone to the next by now, and the place has not.
    expect(await reinstate(coach(), { id: full, userIds: [at(0), at(3), at(1), newId()] })).toMatchObject([
      { id: at(0), outcome: "waiting" },
      { id: at(3), outcome: "waiting" },
      { id: at(1), outcome: "already_enrolled" },
      { outcome: "not_found", name: "" },
    ]);
    expect(await places(full)).toMatchObject({
      active: [at(1), at(2)],
      waiting: [at(3), at(4), at(0)],
      withdrawn: [],
    });
    await withdraw(admin(), leave(full, [at(1), at(2), at(3), at(4), at(0)]));
    expect(await reinstate(admin(), { id: full, userIds: [at(4), at(1)] })).toMatchObject([
      { outcome: "enrolled" },
      { outcome: "enrolled" },
    ]);
    await suspendUsers(admin(), { ids: [at(0)] });
    expect(await reinstate(admin(), { id: full, userIds: [at(0)] })).toMatchObject([
      { outcome: "suspended" },
    ]);
    expect(await places(full)).toMatchObject({ active: [at(1), at(4)], waiting: [] });
    expect(await refusal(reinstate(admin(), { id: full, userIds: [newId()] }))).toMatchObject({
      kind: "not_found",
    });
  });

  test("in the waiting list are not given back to two", async () => {
    await withdraw(admin(), leave(full, [at(4)]));
    const [next] = await addPupils(urls.operator, school, 1, "Next");
    await enrolAll(school, full, next ? [next] : []);
    expect((await places(full)).waitNumbers).toEqual([1, 2, 3]);
    await reinstate(admin(), { id: full, userIds: [at(4)] });
    expect(await places(full)).toMatchObject({
      waiting: [at(2), at(3), next?.id, at(4)],
      waitNumbers: [1, 2, 3, 4],
    });
  });

  test("move to another class at once, and the waiting list behind them moves up", async () => {
    const other = await openClass(school, { name: "Other hours", capacity: 1 });
    await enrolAll(school, other, pupils.slice(1, 2));
    const third = await openClass(school, { name: "Roomy" });
    expect(await moveStudents(coach(), move(full, other, ids))).toMatchObject({
      results: [
        { id: at(0), name: "Pupil 01", outcome: "waiting" },
        { id: at(1), outcome: "already_enrolled" },
        { id: at(2), outcome: "waiting" },
        { id: at(3), outcome: "waiting" },
        { id: at(4), outcome: "waiting" },
      ],
      promoted: [],
    });
    expect(await places(full)).toMatchObject({ active: [at(1)], waiting: [] });
    expect(await places(other)).toMatchObject({
      active: [at(1)],
      waiting: [at(0), at(2), at(3), at(4)],
    });
    expect((await listFormer(admin(), { id: full })).rows).toMatchObject([
      { id: at(0), cause: "moved", reason: "Other hours", movedTo: { id: other, name: "Other hours" } },
    ]);
    const moved = await moveStudents(admin(), move(other, third, [at(1), at(4), newId()]));
    expect(moved).toMatchObject({
      results: [{ outcome: "moved" }, { outcome: "moved" }, { outcome: "not_enrolled", name: "" }],
      promoted: [{ id: at(0) }],
    });
    expect(await eventsAbout(urls.operator, school, at(1))).toMatchObject([
      { action: "user.class_enrolled" },
      { action: "user.class_enrolled" },
      { action: "user.class_moved", after: { class: { id: other }, toClass: { id: third }, on: ON } },
    ]);
    expect((await eventsAbout(urls.operator, school, third)).at(-1)).toMatchObject({
      action: "class.student_enrolled",
      after: { count: 2, fromClass: { id: other, name: "Other hours" } },
    });
    const [waits] = await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return tx.db
        .select()
        .from(enrollments)
        .where(eq(enrollments.userId, at(0)))
        .orderBy(enrollments.id);
    });
    expect(waits).toMatchObject({ state: "withdrawn", movedToClassId: other, withdrawnOn: ON });
  });

  test("are changed by who coaches the class alone: both classes, for a move", async () => {
    const helper = await addMember(urls.operator, school, { role: "COACH" });
    const stranger = await addMember(urls.operator, school, { role: "COACH" });
    const mine = await openClass(school, { name: "Of the stranger", leadId: stranger.id });
    await addCoaches(admin(), { id: full, userIds: [helper.id] });
    const neighbour = await makeSchool(urls.operator, placement);
    const outsiders = [school.actor(stranger), neighbour.actor(neighbour.people.ORG_ADMIN)];
    const absent = await refusal(withdraw(admin(), leave(newId(), [at(0)])));
    expect(absent.kind).toBe("not_found");
    for (const actor of outsiders) {
      expect(await refusal(withdraw(actor, leave(full, [at(0)])))).toEqual(absent);
      expect(await refusal(reinstate(actor, { id: full, userIds: [at(0)] }))).toEqual(absent);
      expect(await refusal(moveStudents(actor, move(full, mine, [at(0)])))).toEqual(absent);
      expect(await refusal(moveStudents(actor, move(mine, full, [at(0)])))).toEqual(absent);
    }
    expect(await refusal(moveStudents(school.actor(helper), move(full, mine, [at(0)])))).toEqual(absent);
    expect(await refusal(withdraw(admin(), leave(full, [neighbour.people.STUDENT.id])))).toEqual(absent);
    const archived = await addClass(urls.operator, school, { name: "Old", state: "archived" });
    for (const attempt of [
      () => withdraw(admin(), leave(archived, [at(0)])),
      () => reinstate(admin(), { id: archived, userIds: [at(0)] }),
      () => moveStudents(admin(), move(full, archived, [at(0)])),
      () => moveStudents(admin(), move(archived, full, [at(0)])),
    ])
      expect(await refusal(attempt())).toMatchObject({ kind: "conflict", key: "class.archived" });
    expect(await withdraw(school.actor(helper), leave(full, [at(0)]))).toMatchObject({
      results: [{ ok: true }],
    });
  });
});
