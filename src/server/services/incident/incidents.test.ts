import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { incidents } from "@/db/schema/tenant/student-records";
import { MASKED } from "@/domain/audit-mask";
import { listIncidentsInput, reportIncidentInput } from "@/domain/incident";
import { DAY } from "@/lib/duration";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { lockRecord, makeStudentSchool, type StudentSchool } from "../../../../tests/support/student-school";
import { addCoaches } from "../class";
import { listIncidents, reportIncident, restoreIncident, updateIncident, voidIncident } from ".";

const { urls } = await useTestDatabase();
const missing = { kind: "not_found", key: "notFound", values: {}, field: undefined };
const notYours = { kind: "forbidden", key: "incident.notYours" };
const REPORT = {
  kind: "damage",
  severity: "serious",
  occurredOn: "2026-02-03",
  reportedBy: "",
  description: "Rompió una ventana",
  actionTaken: "",
  followUp: "",
  parentInformedOn: null,
} as const;

describe.each(["app", APART])("incidents of a student of a school placed in %s", (placement) => {
  let made: StudentSchool;
  let studentId: string;
  let colleague: ReturnType<StudentSchool["school"]["actor"]>;
  const actor = (role: "ORG_ADMIN" | "COACH" | "PARENT" | "STUDENT") =>
    made.school.actor(made.school.people[role]);
  const list = (by: typeof colleague, more: object = {}) =>
    listIncidents(by, listIncidentsInput.parse({ studentId, ...more }));
  const events = () => eventsAbout(urls.operator, made.school, studentId);

  beforeEach(async () => {
    made = await makeStudentSchool(urls.operator, placement);
    studentId = made.records.studentId;
    const helper = await addMember(urls.operator, made.school, { role: "COACH" });
    await addCoaches(actor("ORG_ADMIN"), { id: made.school.classes.led, userIds: [helper.id] });
    colleague = made.school.actor(helper);
  });

  async function ageReport(id: string, days: number) {
    await asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      await tx.db
        .update(incidents)
        .set({ createdAt: new Date(Date.now() - days * DAY) })
        .where(eq(incidents.id, id));
    });
  }

  test("are read by the school and by coaches of the class; each reading says how many they were", async () => {
    await reportIncident(colleague, { studentId, ...REPORT });
    const said = [REPORT.description, `Habló en clase ${made.records.word}`];
    for (const by of [actor("ORG_ADMIN"), actor("COACH"), colleague]) {
      const { rows } = await list(by);
      expect(rows.map(({ description }) => description)).toEqual(said);
    }
    const { rows, nextCursor } = await list(actor("ORG_ADMIN"), { limit: 1 });
    expect([
      rows.length,
      (await list(actor("ORG_ADMIN"), { limit: 1, cursor: nextCursor })).rows[0]?.description,
    ]).toEqual([1, said[1]]);
    const told = await events();
    expect(told.map(({ action, after }) => [action, after?.count])).toEqual([
      ["incident.reported", undefined],
      ["incident.read", 2],
      ["incident.read", 2],
      ["incident.read", 2],
      ["incident.read", 1],
      ["incident.read", 1],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/ventana|Habló|damage|serious/);
  });

  test("are missing for the coach of another class and for another school", async () => {
    const neighbour = await makeStudentSchool(urls.operator, placement);
    const { incidentId: id } = made.records;
    for (const other of [
      made.school.actor(made.otherCoach),
      neighbour.school.actor(neighbour.school.people.ORG_ADMIN),
    ]) {
      expect(await refusal(list(other))).toEqual(missing);
      expect(await refusal(reportIncident(other, { studentId, ...REPORT }))).toEqual(missing);
      expect(await refusal(updateIncident(other, { id, followUp: "x" }))).toEqual(missing);
      expect(await refusal(voidIncident(other, { id }))).toEqual(missing);
    }
    expect(await events()).toEqual([]);
  });

  test("are a coach's own to mend for a week, and others' to read alone", async () => {
    const { id } = await reportIncident(actor("COACH"), {
      studentId,
      ...REPORT,
      reportedBy: "Somebody else",
    });
    expect((await list(actor("COACH"))).rows[0]).toMatchObject({
      id,
      reportedBy: made.school.people.COACH.name,
      mayChange: true,
    });
    expect((await list(colleague)).rows[0]).toMatchObject({ id, mayChange: false });
    expect(await refusal(updateIncident(colleague, { id, followUp: "x" }))).toMatchObject(notYours);
    await updateIncident(actor("COACH"), { id, followUp: "Habló con su madre", reportedBy: "Somebody else" });
    await ageReport(id, 6.9);
    await updateIncident(actor("COACH"), { id, actionTaken: "Ayudó a limpiar" });
    await ageReport(id, 7.1);
    expect(await refusal(updateIncident(actor("COACH"), { id, followUp: "x" }))).toMatchObject(notYours);
    expect(await refusal(voidIncident(actor("COACH"), { id }))).toMatchObject(notYours);
    await updateIncident(actor("ORG_ADMIN"), { id, severity: "minor", parentInformedOn: "2026-02-04" });
    expect((await list(actor("ORG_ADMIN"))).rows[0]).toMatchObject({
      severity: "minor",
      actionTaken: "Ayudó a limpiar",
      followUp: "Habló con su madre",
      reportedBy: made.school.people.COACH.name,
    });
    expect(
      (await events()).filter(({ action }) => action === "incident.updated").map(({ after }) => after),
    ).toEqual([
      { followUp: MASKED, incidentId: id },
      { actionTaken: MASKED, incidentId: id },
      { severity: MASKED, parentInformedOn: MASKED, incidentId: id },
    ]);
  });

  test("are reported by an administrator for whoever saw it, and a stale save is told", async () => {
    const { id } = await reportIncident(actor("ORG_ADMIN"), {
      studentId,
      ...REPORT,
      reportedBy: "La portera",
    });
    await updateIncident(actor("ORG_ADMIN"), { id, severity: "minor", base: { severity: "serious" } });
    expect(
      await refusal(
        updateIncident(actor("ORG_ADMIN"), { id, severity: "moderate", base: { severity: "serious" } }),
      ),
    ).toEqual({ kind: "conflict", key: "incident.stale", values: {}, field: undefined });
    expect((await list(actor("ORG_ADMIN"))).rows[0]).toMatchObject({
      reportedBy: "La portera",
      severity: "minor",
    });
  });

  test("are taken back, shown as such, and count again", async () => {
    const { incidentId: id } = made.records;
    await voidIncident(actor("ORG_ADMIN"), { id });
    await voidIncident(actor("ORG_ADMIN"), { id });
    expect((await list(actor("COACH"))).rows[0]?.voidedAt).toBeInstanceOf(Date);
    expect(await refusal(updateIncident(actor("ORG_ADMIN"), { id, followUp: "x" }))).toMatchObject({
      key: "incident.voided",
    });
    await restoreIncident(actor("ORG_ADMIN"), { id });
    expect((await list(actor("COACH"))).rows[0]?.voidedAt).toBeNull();
    expect((await events()).map(({ action }) => action)).toEqual([
      "incident.voided",
      "incident.read",
      "incident.restored",
      "incident.read",
    ]);
  });

  test("of a record that went to another school stay as they are", async () => {
    await lockRecord(urls.operator, made);
    const locked = { kind: "conflict", key: "student.locked" };
    expect(await refusal(reportIncident(actor("ORG_ADMIN"), { studentId, ...REPORT }))).toMatchObject(locked);
    expect(await refusal(voidIncident(actor("ORG_ADMIN"), { id: made.records.incidentId }))).toMatchObject(
      locked,
    );
    expect((await list(actor("ORG_ADMIN"))).rows[0]).toMatchObject({ mayChange: false });
  });
});

test.each([
  ["nothing that happened", { description: " " }, "incident.descriptionEmpty"],
  ["a day that is still to come", { occurredOn: "2999-01-01" }, "student.dayAhead"],
  ["a day that is none", { occurredOn: "2026-02-30" }, "identity.dayImpossible"],
])("a report of %s is refused", (_, given, message) => {
  const parsed = reportIncidentInput.safeParse({
    studentId: "01936d2e-7f5c-7000-8000-000000000000",
    ...REPORT,
    ...given,
  });
  expect(parsed.error?.issues[0]?.message).toBe(message);
});
