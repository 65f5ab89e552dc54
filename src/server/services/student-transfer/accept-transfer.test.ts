import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { organizations } from "@/db/schema/core/organizations";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { academicYears } from "@/db/schema/tenant/academics";
import { guardians, students } from "@/db/schema/tenant/students";
import { MASKED } from "@/domain/audit-mask";
import { newId } from "@/lib/ids";
import { PLATFORM_ITSELF } from "@/server/jobs/system-actor";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout, rosterOf } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import {
  agreed,
  ask,
  makeRecordSchool,
  type RecordSchool,
  recordOf,
  transferRow,
} from "../../../../tests/support/student-transfers";
import {
  acceptTransfer,
  copyStudentFiles,
  declineTransfer,
  getTransfer,
  previewAcceptance,
  withdrawTransfer,
} from "./index";

const { urls } = await useTestDatabase();
const PLACE = "1er Grado A (2025-2026)";

const placeOf = ({ records: { yearId, gradeId, sectionId } }: RecordSchool) => ({
  ...{ yearId, gradeId, sectionId, enteredOn: "2026-03-16" },
});

describe.each([
  ["app", APART],
  [APART, "app"],
])("from a school placed in %s to one in %s", (placement, other) => {
  let from: RecordSchool;
  let to: RecordSchool;

  beforeEach(async () => {
    from = await makeRecordSchool(urls.operator, placement);
    to = await makeRecordSchool(urls.operator, other);
  });

  const change = (school: RecordSchool, fn: Parameters<typeof asOperator>[1]) =>
    asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(school.placement);
      await fn(tx);
    });
  const accept = (id: string, more: object = {}) => acceptTransfer(to.admin, { id, ...placeOf(to), ...more });

  test("the whole record is written there with ids of its own, and closed here", async () => {
    const { studentId, word } = from.records;
    const before = await recordOf(urls.operator, from, studentId);
    const { id } = await agreed(from, to);
    const { studentId: received } = await accept(id);
    const there = await recordOf(urls.operator, to, received);
    const { yearId, gradeId, sectionId } = to.records;
    expect(there.student).toMatchObject({
      ...{ firstNames: "Nahia", lastNames: word, cedula: before.student.cedula, code: before.student.code },
      ...{ yearId, gradeId, sectionId, status: "active", enteredOn: "2026-03-16", listNumber: null },
      ...{ userId: null, lockedAt: null, mergedIntoId: null, photoKey: null },
      searchKey: expect.stringMatching(/^ nahia .* v\d+/),
    });
    expect(there.student.previousSchool).toBe((await transferRow(urls.operator, id)).fromSchoolName);
    expect(there.statuses).toMatchObject([
      { status: "active", since: "2026-03-16", otherSchool: there.student.previousSchool },
    ]);
    expect(there.health).toMatchObject([{ bloodType: "O+", allergies: `Maní ${word}` }]);
    expect(there.vaccinations).toMatchObject([{ vaccine: `BCG ${word}` }]);
    expect(there.academic).toMatchObject([
      { year: "2024-2025", school: word, result: "promoted" },
      { year: "2025-2026", grade: "1er Grado", section: "A", result: "withdrawn" },
    ]);
    expect(there.incidents).toMatchObject([
      { description: `Habló en clase ${word}`, reportedBy: from.people.COACH.name, reportedByUserId: null },
    ]);
    expect(there.authorized).toMatchObject([{ firstNames: "Petra", lastNames: word }]);
    // Income is not told on.
    expect(there.family).toMatchObject([
      {
        person: { firstNames: "Olga", lastNames: word, userId: null, monthlyIncome: null },
        link: { type: "primary", relationship: "mother", isPrimaryContact: true, mayPickUp: true },
      },
    ]);
    // No id of the one school is in the other.
    const own = JSON.stringify(there);
    for (const foreign of [from.id, studentId, ...Object.values(from.people).map((person) => person.id)])
      expect(own).not.toContain(foreign);

    const here = await recordOf(urls.operator, from, studentId);
    expect(here.student).toMatchObject({
      ...{ status: "transferred", sectionId: null, userId: null, lockedAt: expect.any(Date) },
      ...{ yearId: before.student.yearId, gradeId: before.student.gradeId },
    });
    expect(here.statuses.at(-1)).toMatchObject({
      ...{ status: "transferred", since: "2026-03-14", reason: "Se mudan" },
      otherSchool: (await transferRow(urls.operator, id)).toSchoolName,
    });
    for (const part of ["health", "vaccinations", "academic", "incidents", "authorized", "family"] as const)
      expect(here[part]).toEqual(before[part]);
    expect((await rosterOf(urls.operator, from, from.classes.led)).students).toEqual([
      { userId: from.people.STUDENT.id, state: "withdrawn" },
    ]);
    expect(await getTransfer(from.admin, { id })).toMatchObject({ status: "completed", recordId: studentId });
    expect(await getTransfer(to.admin, { id })).toMatchObject({ status: "completed", recordId: received });
  });

  test("both logs tell it, each of its own record and without a word about health", async () => {
    const { studentId, word } = from.records;
    const { id } = await agreed(from, to);
    const { studentId: received } = await accept(id);
    const sent = (await eventsAbout(urls.operator, from, studentId)).at(-1);
    expect(sent).toMatchObject({
      ...{ action: "transfer.completed", actorName: to.people.ORG_ADMIN.name, actorUserId: null },
      ...{ actorAccountId: null, after: { health: MASKED, on: "2026-03-14" } },
    });
    expect(sent?.onBehalfOf).not.toBe("");
    const [arrived] = await eventsAbout(urls.operator, to, received);
    expect(arrived).toMatchObject({
      ...{ action: "transfer.received", actorUserId: to.people.ORG_ADMIN.id },
      after: { health: MASKED, vaccinations: MASKED, incidents: 1, guardians: 1, place: PLACE },
    });
    for (const event of [sent, arrived]) {
      expect(JSON.stringify(event)).not.toMatch(/Maní|Asma|BCG|Habló/);
      expect(JSON.stringify(event)).toContain(word);
    }
    expect(JSON.stringify(arrived)).not.toContain(studentId);
    expect(JSON.stringify(sent)).not.toContain(received);
  });

  test("sections that were not agreed on stay", async () => {
    const { id } = await agreed(from, to, { sections: ["academic"] });
    const there = await recordOf(urls.operator, to, (await accept(id)).studentId);
    expect(there.academic).toHaveLength(2);
    for (const part of ["health", "vaccinations", "incidents", "authorized", "family"] as const)
      expect(there[part]).toEqual([]);
    const bare = await agreed(to, from, {
      ...{ studentId: to.records.studentId, sections: [] },
    });
    const { studentId } = await acceptTransfer(from.admin, { id: bare.id, ...placeOf(from) });
    expect((await recordOf(urls.operator, from, studentId)).academic).toEqual([]);
  });

  test("a guardian who is there already is linked, and what was known otherwise stays with the child", async () => {
    const { guardianId } = from.records;
    const shared = { cedula: `V${Date.now() % 100_000_000}`, organizationId: to.id };
    await change(from, ({ db }) =>
      db
        .update(guardians)
        .set({ cedula: shared.cedula, email: "olga@new.example", occupation: "Médica", monthlyIncome: 9 })
        .where(eq(guardians.id, guardianId)),
    );
    await change(to, ({ db }) =>
      db
        .update(guardians)
        .set({ cedula: shared.cedula, email: "olga@old.example", occupation: "Médica" })
        .where(eq(guardians.id, to.records.guardianId)),
    );
    const known = await recordOf(urls.operator, to, to.records.studentId);
    const { id } = await agreed(from, to);
    const there = await recordOf(urls.operator, to, (await accept(id)).studentId);
    expect(there.family).toMatchObject([{ person: known.family[0]?.person }]);
    const declared = there.family[0]?.link.declared;
    expect(declared).toMatchObject({ email: "olga@new.example", lastNames: from.records.word });
    expect(declared).not.toHaveProperty("occupation");
    expect(declared).not.toHaveProperty("monthlyIncome");
  });

  test("a record with the same cédula is named and nothing is done; a code that is taken gets another", async () => {
    const { studentId } = from.records;
    const { student } = await recordOf(urls.operator, from, studentId);
    const twin = eq(students.id, to.records.twinId);
    await change(to, ({ db }) => db.update(students).set({ cedula: student.cedula }).where(twin));
    const { id } = await agreed(from, to);
    const preview = await previewAcceptance(to.admin, { id, ...placeOf(to) });
    expect(preview).toMatchObject({
      place: PLACE,
      conflicts: [{ id: to.records.twinId, number: "cedula" }],
      needsNewCode: false,
    });
    expect(await refusal(accept(id))).toMatchObject({
      ...{ kind: "conflict", key: "studentTransfer.cedulaTaken" },
      values: { name: `Naia ${to.records.word}` },
    });
    expect((await recordOf(urls.operator, from, studentId)).student.lockedAt).toBeNull();
    expect(await transferRow(urls.operator, id)).toMatchObject({ status: "awaiting_school" });
    await change(to, ({ db }) => db.update(students).set({ cedula: null, code: student.code }).where(twin));
    expect(await previewAcceptance(to.admin, { id, ...placeOf(to) })).toMatchObject({
      ...{ conflicts: [], needsNewCode: true },
    });
    const there = await recordOf(urls.operator, to, (await accept(id)).studentId);
    expect(there.student.code).toMatch(/^\d{4}$/);
  });

  test("who comes back goes on where they were: same code, one history, no record twice", async () => {
    const { studentId } = from.records;
    const before = await recordOf(urls.operator, from, studentId);
    const { id } = await agreed(from, to);
    const { studentId: away } = await accept(id);
    await copyStudentFiles(PLATFORM_ITSELF, { organizationId: to.id, transferId: id });
    const back = await agreed(to, from, { studentId: away, lastDay: "2026-06-30" });
    const input = { id: back.id, ...placeOf(from), enteredOn: "2026-07-01" };
    expect(await previewAcceptance(from.admin, input)).toMatchObject({
      ...{ conflicts: [], past: { id: studentId, code: before.student.code }, needsNewCode: false },
    });
    const { studentId: again } = await acceptTransfer(from.admin, input);
    const now = await recordOf(urls.operator, from, again);
    const { code, cedula } = before.student;
    expect(now.student).toMatchObject({ code, cedula, status: "active", lockedAt: null });
    expect(now.student.searchKey).toMatch(new RegExp(` ${cedula?.toLowerCase()} `));
    const days = (statuses: typeof now.statuses) => statuses.map(({ status, since }) => [status, since]);
    expect(days(now.statuses)).toEqual([
      ...days(before.statuses),
      ...[
        ["transferred", "2026-03-14"],
        ["active", "2026-07-01"],
      ],
    ]);
    const old = await recordOf(urls.operator, from, studentId);
    expect(old.student).toMatchObject({ mergedIntoId: again, status: "transferred" });
    expect(old.health).toEqual(before.health);
    expect((await eventsAbout(urls.operator, from, studentId)).at(-1)).toMatchObject({
      action: "transfer.taken_back",
    });
    expect((await recordOf(urls.operator, to, away)).student.lockedAt).not.toBeNull();
  });

  test("pressed again, and twenty times at once, it gives one record", async () => {
    const { id } = await agreed(from, to);
    const tried = await Promise.all(Array.from({ length: 20 }, () => accept(id)));
    const [first] = tried;
    expect(new Set(tried.map(({ studentId }) => studentId)).size).toBe(1);
    expect(await accept(id, { sectionId: null })).toEqual(first);
    const events = await eventsAbout(urls.operator, to, first?.studentId ?? "");
    expect(events.map(({ action }) => action)).toEqual(["transfer.received"]);
    const here = await recordOf(urls.operator, from, from.records.studentId);
    expect(here.statuses.filter(({ status }) => status === "transferred")).toHaveLength(1);
  });

  test("of accepting, declining and withdrawing at once one counts", async () => {
    const { id } = await agreed(from, to);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9 }, (_, index) =>
        index % 3 === 0
          ? accept(id)
          : index % 3 === 1
            ? declineTransfer(to.admin, { id, reason: "No hay cupo" })
            : withdrawTransfer(from.admin, { id }),
      ),
    );
    const row = await transferRow(urls.operator, id);
    const here = await recordOf(urls.operator, from, from.records.studentId);
    expect(here.student.lockedAt !== null).toBe(row.status === "completed");
    expect(row.receivedStudentId !== null).toBe(row.status === "completed");
    const done = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(done).toBe(row.status === "completed" ? 3 : 1);
  });

  test("goes into a year, grade and section of the school", async () => {
    const { id } = await agreed(from, to);
    const absent = await refusal(accept(id, { yearId: newId() }));
    expect(absent.kind).toBe("not_found");
    for (const foreign of ["yearId", "gradeId", "sectionId"] as const)
      expect(await refusal(accept(id, { [foreign]: from.records[foreign] }))).toEqual(absent);
    await change(to, ({ db }) =>
      db
        .update(academicYears)
        .set({ state: "closed", isCurrent: false })
        .where(eq(academicYears.id, to.records.yearId)),
    );
    expect(await refusal(accept(id))).toMatchObject({ key: "academics.yearClosed" });
    const open = { yearId: to.records.nextYearId, sectionId: null };
    const there = await recordOf(urls.operator, to, (await accept(id, open)).studentId);
    expect(there.student).toMatchObject({ yearId: to.records.nextYearId, sectionId: null });
  });

  test("what happened to the record or a school meanwhile is told, and nothing is half done", async () => {
    const { studentId } = from.records;
    const { id } = await agreed(from, to);
    const set = (changes: object) =>
      change(from, ({ db }) => db.update(students).set(changes).where(eq(students.id, studentId)));
    await set({ mergedIntoId: from.records.twinId, userId: null });
    expect(await refusal(accept(id))).toMatchObject({ key: "studentTransfer.recordGone" });
    expect(await refusal(previewAcceptance(to.admin, { id, ...placeOf(to) }))).toMatchObject({
      key: "studentTransfer.recordGone",
    });
    await set({ mergedIntoId: null, lockedAt: new Date() });
    expect(await refusal(accept(id))).toMatchObject({ key: "student.locked" });
    await set({ lockedAt: null });
    const status = (value: "active" | "suspended" | "inactive") =>
      asOperator(urls.operator, ({ db }) =>
        db.update(organizations).set({ status: value }).where(eq(organizations.id, from.id)),
      );
    for (const closed of ["suspended", "inactive"] as const) {
      await status(closed);
      expect(await refusal(accept(id))).toMatchObject({ key: "studentTransfer.fromClosed" });
    }
    await status("active");
    await asOperator(urls.operator, ({ db }) =>
      db
        .update(studentTransfers)
        .set({ expiresAt: new Date(Date.now() - 1_000) })
        .where(eq(studentTransfers.id, id)),
    );
    expect(await refusal(accept(id))).toMatchObject({ key: "studentTransfer.expired" });
    const again = await agreed(from, to);
    expect((await accept(again.id)).studentId).toBeTruthy();
  });

  test("no is told with its reason, and shows nothing of the record", async () => {
    const { id } = await agreed(from, to);
    await declineTransfer(to.admin, { id, reason: "No hay cupo" });
    expect(await getTransfer(from.admin, { id })).toMatchObject({
      ...{ status: "declined", declinedBy: "school", declineReason: "No hay cupo" },
      decidedBy: to.people.ORG_ADMIN.name,
    });
    expect((await eventsAbout(urls.operator, from, from.records.studentId)).at(-1)).toMatchObject({
      ...{ action: "transfer.turned_down", actorUserId: null, after: { reason: "No hay cupo" } },
    });
    expect((await eventsAbout(urls.operator, to, id)).at(-1)).toMatchObject({ action: "transfer.declined" });
    expect(await refusal(accept(id))).toMatchObject({ key: "studentTransfer.closed" });
    expect((await recordOf(urls.operator, from, from.records.studentId)).student.lockedAt).toBeNull();
  });

  test("is for the school that it goes to, once the guardian has agreed", async () => {
    const third = await makeRecordSchool(urls.operator, other);
    const waiting = await ask(from, to);
    const nothing = { kind: "not_found" };
    expect(await refusal(accept(waiting.id))).toMatchObject(nothing);
    await withdrawTransfer(from.admin, { id: waiting.id });
    const { id } = await agreed(from, to);
    for (const school of [third, from]) {
      const input = { id, ...placeOf(school) };
      expect(await refusal(acceptTransfer(school.admin, input))).toMatchObject(nothing);
      expect(await refusal(previewAcceptance(school.admin, input))).toMatchObject(nothing);
      expect(await refusal(declineTransfer(school.admin, { id, reason: "x" }))).toMatchObject(nothing);
    }
    expect((await refusal(getTransfer(third.admin, { id }))).kind).toBe("not_found");
  });
});
