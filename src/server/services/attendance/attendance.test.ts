import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { attendanceDays } from "@/db/schema/tenant/student-records";
import { listAttendanceInput, recordAttendanceInput } from "@/domain/attendance";
import { DAY } from "@/lib/duration";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { lockRecord, makeStudentSchool, type StudentSchool } from "../../../../tests/support/student-school";
import { listAttendance, recordAttendance, removeAttendance, updateAttendance } from ".";

const { urls } = await useTestDatabase();
const missing = { kind: "not_found", key: "notFound", values: {}, field: undefined };
const ABSENT = { day: "2026-02-03", mark: "absent", reason: "Fiebre" } as const;

describe.each(["app", APART])("the attendance of a student of a school placed in %s", (placement) => {
  let made: StudentSchool;
  let studentId: string;
  const actor = (role: "ORG_ADMIN" | "COACH" | "PARENT" | "STUDENT") =>
    made.school.actor(made.school.people[role]);
  const list = (by: ReturnType<typeof actor>, more: object = {}) =>
    listAttendance(by, listAttendanceInput.parse({ studentId, ...more }));
  const record = (by: ReturnType<typeof actor>, more: object = {}) =>
    recordAttendance(by, recordAttendanceInput.parse({ studentId, ...ABSENT, ...more }));

  beforeEach(async () => {
    made = await makeStudentSchool(urls.operator, placement);
    studentId = made.records.studentId;
  });

  test("is read by the school, the coach, the family and the student, the latest day first", async () => {
    await record(actor("COACH"));
    const said = [ABSENT.reason, `Autobús ${made.records.word}`];
    for (const role of ["ORG_ADMIN", "COACH", "PARENT", "STUDENT"] as const) {
      const { rows } = await list(actor(role));
      expect(rows.map(({ reason }) => reason)).toEqual(said);
      expect(rows.map(({ recordedBy }) => recordedBy)).toContain(made.school.people.COACH.name);
      expect(rows.every(({ mayChange }) => mayChange)).toBe(role === "ORG_ADMIN" || role === "COACH");
    }
    const { rows, nextCursor } = await list(actor("ORG_ADMIN"), { limit: 1 });
    expect(rows).toHaveLength(1);
    const next = await list(actor("ORG_ADMIN"), { limit: 1, cursor: nextCursor });
    expect([next.rows[0]?.reason, next.nextCursor]).toEqual([said[1], null]);
  });

  test("is counted by mark for the current year", async () => {
    await record(actor("ORG_ADMIN"));
    await record(actor("ORG_ADMIN"), { day: "2026-02-04", mark: "excused" });
    // Of another year.
    await record(actor("ORG_ADMIN"), { day: "2021-02-04" });
    expect((await list(actor("PARENT"))).year).toMatchObject({ days: { absent: 1, excused: 1, late: 1 } });
  });

  test("looks missing to who coaches other classes and to other schools", async () => {
    const neighbour = await makeStudentSchool(urls.operator, placement);
    const { attendanceId: id } = made.records;
    for (const other of [
      made.school.actor(made.otherCoach),
      neighbour.school.actor(neighbour.school.people.ORG_ADMIN),
    ]) {
      expect(await refusal(list(other))).toEqual(missing);
      expect(await refusal(record(other))).toEqual(missing);
      expect(await refusal(updateAttendance(other, { id, mark: "absent" }))).toEqual(missing);
      expect(await refusal(removeAttendance(other, { id }))).toEqual(missing);
    }
  });

  test("has one mark a day, also of twenty at once", async () => {
    const tried = await Promise.allSettled(Array.from({ length: 20 }, () => record(actor("COACH"))));
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusal(record(actor("ORG_ADMIN")))).toMatchObject({
      ...{ kind: "conflict", key: "attendance.dayTaken", field: "day" },
    });
    expect(
      await refusal(updateAttendance(actor("ORG_ADMIN"), { id: made.records.attendanceId, day: ABSENT.day })),
    ).toMatchObject({ key: "attendance.dayTaken", field: "day" });
  });

  test("is changed by an admin, and by a coach for a week what is their own; the log has no reason", async () => {
    const { id } = await record(actor("ORG_ADMIN"));
    expect(await refusal(updateAttendance(actor("COACH"), { id, mark: "late" }))).toMatchObject({
      ...{ kind: "forbidden", key: "attendance.notYours" },
    });
    const own = made.records.attendanceId;
    await updateAttendance(actor("COACH"), { id: own, mark: "excused", base: { mark: "late" } });
    expect(
      await refusal(
        updateAttendance(actor("ORG_ADMIN"), { id: own, mark: "absent", base: { mark: "late" } }),
      ),
    ).toMatchObject({ kind: "conflict", key: "attendance.stale" });
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      await tx.db
        .update(attendanceDays)
        .set({ createdAt: new Date(Date.now() - 7.1 * DAY) })
        .where(eq(attendanceDays.id, own));
    });
    expect(await refusal(removeAttendance(actor("COACH"), { id: own }))).toMatchObject({
      key: "attendance.notYours",
    });
    await updateAttendance(actor("ORG_ADMIN"), { id, reason: "Consulta médica" });
    await removeAttendance(actor("ORG_ADMIN"), { id });
    expect((await list(actor("ORG_ADMIN"))).rows.map((row) => row.id)).toEqual([own]);
    const told = await eventsAbout(urls.operator, made.school, studentId);
    expect(told.map(({ action, before, after }) => [action, before, after])).toMatchObject([
      ["attendance.recorded", null, { day: ABSENT.day, mark: "absent" }],
      ["attendance.changed", { mark: "late" }, { day: "2026-01-21", mark: "excused" }],
      ["attendance.changed", { mark: "absent" }, { mark: "absent", reason: "[masked]" }],
      ["attendance.removed", { day: ABSENT.day, mark: "absent" }, null],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Fiebre|médica/);
  });

  test("of a record that is closed is read alone", async () => {
    await lockRecord(urls.operator, made);
    const locked = { kind: "conflict", key: "student.locked" };
    const { attendanceId: id } = made.records;
    expect(await refusal(record(actor("ORG_ADMIN")))).toMatchObject(locked);
    expect(await refusal(removeAttendance(actor("ORG_ADMIN"), { id }))).toMatchObject(locked);
    expect((await list(actor("ORG_ADMIN"))).rows[0]).toMatchObject({ mayChange: false });
  });
});

test.each([
  ["a day that is still to come", { day: "2999-01-01" }, "student.dayAhead"],
  ["a day that is none", { day: "2026-02-30" }, "identity.dayImpossible"],
])("%s is not marked", (_, given, message) => {
  const parsed = recordAttendanceInput.safeParse({
    studentId: "01936d2e-7f5c-7000-8000-000000000000",
    ...ABSENT,
    ...given,
  });
  expect(parsed.error?.issues[0]?.message).toBe(message);
});
