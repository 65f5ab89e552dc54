import { beforeAll, describe, expect, test } from "vitest";
import { moveInput, rosterInput, withdrawInput } from "@/domain/class";
import { CursorError } from "@/lib/cursor";
import { newId } from "@/lib/ids";
import { addPupils, enrolAll, openClass } from "../../../../tests/support/classes";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { removeUsers, suspendUsers } from "../user";
import { findCoaches, findStudents } from "./find-people";
import { moveStudents } from "./move-students";
import { listFormer, listHistory } from "./past";
import { exportRoster, listRoster, listWaiting } from "./roster";
import { updateClass } from "./update-class";
import { withdraw } from "./withdraw-students";

const { urls } = await useTestDatabase();

const ON = "2026-03-20";

describe.each(["app", APART])("the roster of a class of a school placed in %s", (placement) => {
  let school: TestSchool;
  let neighbour: TestSchool;
  let pupils: TestPerson[];
  let id: string;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const roster = (given: object = {}) => listRoster(admin(), rosterInput.parse({ id, ...given }));

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
    neighbour = await makeSchool(urls.operator, placement);
    pupils = await addPupils(urls.operator, school, 8);
    id = await openClass(school, { name: "Roster", year: "2026", capacity: 6 });
    await enrolAll(school, id, pupils);
    await suspendUsers(admin(), { ids: [pupils[2]?.id ?? ""] });
  });

  test("comes in pages, by name, and can be searched", async () => {
    const first = await roster({ limit: 4 });
    expect(first).toMatchObject({ from: 1, matching: 6 });
    expect(first.rows.map(({ name, status }) => [name, status])).toEqual([
      ["Pupil 01", "active"],
      ["Pupil 02", "active"],
      ["Pupil 03", "suspended"],
      ["Pupil 04", "active"],
    ]);
    expect(Object.keys(first.rows[0] ?? {}).sort()).toEqual(["email", "enrolledAt", "id", "name", "status"]);
    const second = await roster({ limit: 4, cursor: first.nextCursor });
    expect(second).toMatchObject({ from: 5, matching: 6, nextCursor: null });
    expect(second.rows.map(({ name }) => name)).toEqual(["Pupil 05", "Pupil 06"]);
    expect(await roster({ search: "05 PUP" })).toMatchObject({
      rows: [{ name: "Pupil 05" }],
      matching: 1,
    });
    expect((await roster({ search: pupils[7]?.email ?? "" })).rows).toEqual([]);
    await expect(roster({ cursor: "nothing" })).rejects.toThrow(CursorError);
  });

  test("has a waiting list behind it, and is taken out with it", async () => {
    expect(await listWaiting(admin(), { id })).toMatchObject([
      { id: pupils[6]?.id, name: "Pupil 07", waitNumber: 1, since: expect.any(Date) },
      { id: pupils[7]?.id, name: "Pupil 08", waitNumber: 2 },
    ]);
    const file = await exportRoster(school.actor(school.people.COACH), { id, format: "csv" });
    expect(file).toMatchObject({ name: "Roster", year: "2026" });
    expect(file.rows.map(({ name, state }) => `${name} ${state}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((n) => `Pupil 0${n} active`),
      "Pupil 07 waiting",
      "Pupil 08 waiting",
    ]);
    expect((await eventsAbout(urls.operator, school, id)).at(-1)).toMatchObject({
      action: "class.roster_exported",
      actorName: school.people.COACH.name,
      after: { format: "csv", count: 8 },
    });
  });

  test("finds students who are not in it, and coaches who do not coach it", async () => {
    const { COACH, ORG_ADMIN, ADMIN } = school.people;
    const found = await findStudents(admin(), { id: school.classes.other, search: "pupil 0" });
    expect(found.map(({ name }) => name)).toEqual([1, 2, 4, 5, 6, 7, 8].map((n) => `Pupil 0${n}`));
    expect(await findStudents(admin(), { id, search: "pupil" })).toEqual([]);
    expect(await findStudents(admin(), { id, search: neighbour.people.STUDENT.email })).toEqual([]);
    expect(await findStudents(admin(), { id, search: "%%" })).toEqual([]);
    expect(await findStudents(admin(), { id, search: COACH.email })).toEqual([]);
    const ids = async (given: { search?: string; classId?: string }) =>
      (await findCoaches(admin(), { search: "", ...given })).map((one) => one.id).sort();
    expect(await ids({})).toEqual([COACH.id, ORG_ADMIN.id, ADMIN.id].sort());
    expect(await ids({ classId: id })).toEqual([ORG_ADMIN.id, ADMIN.id].sort());
    expect(await ids({ search: COACH.email })).toEqual([COACH.id]);
    expect(await ids({ search: "pupil" })).toEqual([]);
    const lead = school.actor(COACH);
    expect(await findCoaches(lead, { search: "", classId: id })).toHaveLength(2);
    expect(await refusal(findCoaches(lead, { search: "" }))).toMatchObject({ kind: "not_found" });
  });

  test("remembers who left, why and where to, and all that was done to the class", async () => {
    const { other } = school.classes;
    const [gone, moved, removed] = await addPupils(urls.operator, school, 3, "Former");
    const there = await openClass(school, { name: "With a past" });
    const ids = [gone, moved, removed].map((one) => one?.id ?? "");
    await enrolAll(
      school,
      there,
      [gone, moved, removed].flatMap((one) => one ?? []),
    );
    await withdraw(
      admin(),
      withdrawInput.parse({ id: there, userIds: ids.slice(0, 1), on: ON, reason: "Ill" }),
    );
    await moveStudents(
      admin(),
      moveInput.parse({ fromId: there, toId: other, userIds: ids.slice(1, 2), on: ON }),
    );
    await removeUsers(admin(), { ids: ids.slice(2) });
    const { rows, nextCursor } = await listFormer(admin(), { id: there });
    expect(nextCursor).toBeNull();
    expect(rows).toMatchObject([
      { id: ids[2], name: "Former 03", cause: "left_school", reason: "", movedTo: null },
      { id: ids[1], cause: "moved", movedTo: { id: other } },
      { id: ids[0], cause: "withdrawn", withdrawnOn: ON, reason: "Ill" },
    ]);
    expect(rows[0]?.withdrawnOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(rows[0]?.withdrawnAt).toBeInstanceOf(Date);
    for (let n = 1; n <= 20; n += 1) await updateClass(admin(), { id: there, capacity: n });
    const first = await listHistory(admin(), { id: there });
    expect(first.rows).toHaveLength(20);
    const second = await listHistory(admin(), { id: there, cursor: first.nextCursor ?? "" });
    expect(second.rows.map(({ action }) => action)).toEqual([
      "class.student_withdrawn",
      "class.student_moved",
      "class.student_withdrawn",
      "class.student_enrolled",
      "class.created",
    ]);
  });

  test("comes back in pages of fifty", async () => {
    const many = await addPupils(urls.operator, school, 52, "Many");
    const there = await openClass(school, { name: "Crowd" });
    await enrolAll(school, there, many);
    const userIds = many.map((one) => one.id);
    await withdraw(admin(), withdrawInput.parse({ id: there, userIds, on: ON }));
    const first = await listFormer(admin(), { id: there });
    const second = await listFormer(admin(), { id: there, cursor: first.nextCursor ?? "" });
    expect(second.nextCursor).toBeNull();
    const seen = [...first.rows, ...second.rows].map((row) => row.id);
    expect(new Set(seen).size).toBe(52);
  });

  test("is for the class's coaches and admins alone", async () => {
    const helper = await addMember(urls.operator, school, { role: "COACH" });
    const outsiders = [school.actor(helper), neighbour.actor(neighbour.people.ORG_ADMIN)];
    const absent = await refusal(listWaiting(admin(), { id: newId() }));
    expect(absent.kind).toBe("not_found");
    for (const actor of outsiders)
      for (const attempt of [
        () => listRoster(actor, rosterInput.parse({ id })),
        () => listWaiting(actor, { id }),
        () => exportRoster(actor, { id, format: "xlsx" }),
        () => listFormer(actor, { id }),
        () => listHistory(actor, { id }),
        () => findStudents(actor, { id, search: "pupil" }),
        () => findCoaches(actor, { search: "", classId: id }),
      ])
        expect(await refusal(attempt())).toEqual(absent);
  });
});
