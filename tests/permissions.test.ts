import { TRPCError } from "@trpc/server";
import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "@/domain/roles";
import { newId } from "@/lib/ids";
import { contextFor } from "@/server/context";
import { createCaller } from "@/server/root";
import { createClass } from "@/server/services/class";
import { reportIncident } from "@/server/services/incident";
import { useTestDatabase } from "./support/database";
import { asOperator } from "./support/operator";
import { makeSchool } from "./support/schools";
import { addStudentRecords } from "./support/student-records";

// The table of permissions, cell by cell, through the real router: what a role may, and what it is answered else.

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const ours = await makeSchool(urls.operator);

type Caller = ReturnType<typeof createCaller>;
type Answer = "yes" | "FORBIDDEN" | "NOT_FOUND";
type Row = { action: string; act: (caller: Caller) => Promise<unknown>; cells: Record<Role, Answer> };

const only = (...allowed: Role[]): Record<Role, Answer> => ({
  STUDENT: allowed.includes("STUDENT") ? "yes" : "FORBIDDEN",
  PARENT: allowed.includes("PARENT") ? "yes" : "FORBIDDEN",
  COACH: allowed.includes("COACH") ? "yes" : "FORBIDDEN",
  ORG_ADMIN: allowed.includes("ORG_ADMIN") ? "yes" : "FORBIDDEN",
  ADMIN: allowed.includes("ADMIN") ? "yes" : "FORBIDDEN",
});
const admins = only("ORG_ADMIN", "ADMIN");
const { led, other } = ours.classes;
const target = ours.people.PARENT.id;
const coach = ours.people.COACH.id;
const student = ours.people.STUDENT.id;
/** A class that the coach helps in, and the admin leads. */
const { id: helped } = await createClass(ours.actor(ours.people.ORG_ADMIN), {
  name: "Helped",
  leadId: ours.people.ORG_ADMIN.id,
  coachIds: [coach],
});
/** An organization that is not there. */
const nobody = { organizationId: newId() };
const coaching = only("COACH", "ORG_ADMIN", "ADMIN");
/** A record that is linked to our student and our parent, and whose student attends the coach's class. */
const records = await asOperator(urls.operator, async (tx) => {
  await tx.enterPlacement(ours.placement);
  return addStudentRecords(tx, ours);
});
const record = { studentId: records.studentId };
const otherReport = await reportIncident(ours.actor(ours.people.ORG_ADMIN), {
  ...{ ...record, kind: "other", severity: "minor", occurredOn: "2026-02-03", reportedBy: "La portera" },
  ...{ description: "Llegó sin uniforme", actionTaken: "", followUp: "", parentInformedOn: null },
});

let marked = 0;
/** A day that has no mark yet. */
function freeDay(): string {
  marked += 1;
  return `2025-10-${String(marked).padStart(2, "0")}`;
}

/** Invites somebody into the class; refused for a coach of another class by the line's verdict. */
async function invite(caller: Caller, classId: string) {
  const sent = await caller.invitation.send({ text: `${newId()}@people.example`, role: "STUDENT", classId });
  if (sent.invited === 0) throw new TRPCError({ code: "FORBIDDEN", message: sent.refused[0]?.code });
}

/** An act whose subject cannot be acted on: allowed where the answer is about the subject, not about the right. */
async function reaches(act: Promise<unknown>) {
  await act.catch((error: unknown) => {
    if (!(error instanceof TRPCError && error.code === "NOT_FOUND")) throw error;
  });
}

const TABLE: Row[] = [
  { action: "view own organization", act: (c) => c.organization.get(), cells: only(...ROLES) },
  { action: "see the invitations to oneself", act: (c) => c.invitation.mine(), cells: only(...ROLES) },
  { action: "see one's own classes", act: (c) => c.class.mine(), cells: only(...ROLES) },
  {
    action: "take out the Matrícula with health and income",
    act: (c) => c.studentExport.matricula({ health: true, income: true }),
    cells: admins,
  },
  {
    action: "take out who attends which school",
    act: (c) => c.platform.exportEnrollment(),
    cells: only("ADMIN"),
  },
  { action: "list the students within reach", act: (c) => c.student.list({}), cells: coaching },
  {
    action: "enter a student",
    act: (c) =>
      c.student.create({ firstNames: "Luz", lastNames: "Peña", gender: "female", birthDate: "2016-01-01" }),
    cells: admins,
  },
  {
    action: "take a student off the enrolled",
    act: (c) => reaches(c.student.setStatus({ ids: [newId()], status: "inactive", since: "2026-01-30" })),
    cells: admins,
  },
  { action: "open a family's page", act: (c) => reaches(c.guardian.get({ id: newId() })), cells: admins },
  { action: "change a guardian", act: (c) => reaches(c.guardian.update({ id: newId() })), cells: admins },
  {
    action: "read a guardian's income",
    act: (c) => reaches(c.guardian.income({ id: newId() })),
    cells: admins,
  },
  {
    action: "view any organization",
    act: (c) => c.platform.getOrganization({ organizationId: master.id }),
    cells: only("ADMIN"),
  },
  {
    action: "see the page of any organization",
    act: (c) => c.platform.school({ organizationId: master.id }),
    cells: only("ADMIN"),
  },
  {
    action: "see who is in any organization",
    act: (c) => c.platform.people({ organizationId: master.id }),
    cells: only("ADMIN"),
  },
  {
    action: "see one person of any organization",
    act: (c) => c.platform.person({ organizationId: ours.id, userId: target }),
    cells: only("ADMIN"),
  },
  {
    action: "see the classes of any organization",
    act: (c) => c.platform.classes({ organizationId: master.id }),
    cells: only("ADMIN"),
  },
  {
    action: "take out the list of organizations",
    act: (c) => c.platform.exportOrganizations({}),
    cells: only("ADMIN"),
  },
  { action: "read the log of every school", act: (c) => c.platformAudit.list({}), cells: only("ADMIN") },
  {
    action: "take the log of every school out",
    act: (c) => c.platformAudit.export({}),
    cells: only("ADMIN"),
  },
  { action: "view the platform's statistics", act: (c) => c.platform.statistics(), cells: only("ADMIN") },
  { action: "list all organizations", act: (c) => c.platform.listOrganizations({}), cells: only("ADMIN") },
  { action: "see the academic structure", act: (c) => c.academics.get({}), cells: admins },
  { action: "see the changes of years", act: (c) => c.rollover.list(), cells: admins },
  {
    action: "go on to a new year",
    act: (c) => reaches(c.rollover.undo({ id: newId() })),
    cells: admins,
  },
  { action: "choose among years and sections", act: (c) => c.academics.options({}), cells: coaching },
  {
    action: "change the academic structure",
    act: (c) => c.subject.create({ name: `Subject ${newId().slice(-12)}` }),
    cells: admins,
  },
  {
    action: "update own organization's settings",
    act: (c) => c.organization.update({ description: "Robotics" }),
    cells: admins,
  },
  { action: "see own organization's settings", act: (c) => c.organization.settings(), cells: admins },
  {
    action: "give own organization another address",
    act: (c) => c.organization.changeSlug({ slug: ours.slug }),
    cells: admins,
  },
  {
    action: "hand over the administration",
    act: (c) => reaches(c.organization.handOver({ userId: newId(), stay: true, confirm: "" })),
    cells: only("ORG_ADMIN"),
  },
  {
    action: "leave the organization as its admin",
    act: async (c) => {
      // Without its name nobody leaves: whoever is asked for it may.
      await c.organization.leave({ confirm: "" }).catch((error: unknown) => {
        if (!(error instanceof TRPCError && error.message === "organization.confirmName")) throw error;
      });
    },
    cells: only("ORG_ADMIN"),
  },
  {
    action: "update any organization",
    act: (c) => c.platform.updateOrganization({ organizationId: master.id, description: "Master" }),
    cells: only("ADMIN"),
  },
  {
    action: "create organization",
    act: (c) => c.platform.createOrganization({ name: "New", slug: `new-${newId().slice(-12)}` }),
    cells: only("ADMIN"),
  },
  {
    action: "invite a school to join",
    act: (c) => c.schoolInvitation.invite({ name: "New", email: `${newId()}@schools.example` }),
    cells: only("ADMIN"),
  },
  {
    action: "delete organization",
    act: (c) => reaches(c.platform.deleteOrganization({ organizationId: newId(), confirm: "" })),
    cells: only("ADMIN"),
  },
  {
    action: "restore a deleted organization",
    act: (c) => reaches(c.platform.restoreOrganization({ organizationId: newId() })),
    cells: only("ADMIN"),
  },
  {
    action: "add a user to any organization",
    act: (c) =>
      reaches(c.platform.addUser({ ...nobody, email: "x@people.example", name: "X", role: "COACH" })),
    cells: only("ADMIN"),
  },
  {
    action: "remove a user from any organization",
    act: (c) => reaches(c.platform.removeUser({ ...nobody, userId: newId() })),
    cells: only("ADMIN"),
  },
  {
    action: "preview a transfer between organizations",
    act: (c) =>
      reaches(c.platform.previewTransfer({ ...nobody, userId: newId(), toOrganizationId: master.id })),
    cells: only("ADMIN"),
  },
  {
    action: "transfer a user between organizations",
    act: (c) => reaches(c.platform.transferUser({ ...nobody, userId: newId(), toOrganizationId: master.id })),
    cells: only("ADMIN"),
  },
  { action: "see the imports of students", act: (c) => c.studentImport.list({}), cells: admins },
  {
    action: "import students",
    act: (c) => reaches(c.studentImport.check({ id: newId() })),
    cells: admins,
  },
  { action: "list the organization's users", act: (c) => c.user.list({}), cells: admins },
  { action: "count the organization's users", act: (c) => c.user.counts({}), cells: admins },
  { action: "read one of the organization's users", act: (c) => c.user.get({ id: target }), cells: admins },
  { action: "export the organization's users", act: (c) => c.user.export({}), cells: admins },
  {
    action: "change a user's role",
    act: (c) => c.user.setRole({ ids: [target], role: "PARENT" }),
    cells: admins,
  },
  { action: "suspend a user", act: (c) => reaches(c.user.suspend({ ids: [newId()] })), cells: admins },
  { action: "reactivate a user", act: (c) => c.user.reactivate({ ids: [target] }), cells: admins },
  { action: "see what a removal does", act: (c) => c.user.previewRemoval({ ids: [target] }), cells: admins },
  { action: "remove a user", act: (c) => reaches(c.user.remove({ ids: [newId()] })), cells: admins },
  { action: "bring a user back", act: (c) => reaches(c.user.restore({ ids: [newId()] })), cells: admins },
  { action: "create a class", act: (c) => c.class.create({ name: newId(), leadId: coach }), cells: admins },
  {
    action: "manage a class that a coach leads",
    act: (c) => c.class.update({ id: led, capacity: 30 }),
    cells: only("COACH", "ORG_ADMIN", "ADMIN"),
  },
  {
    action: "manage a class that the coach does not lead",
    act: (c) => c.class.update({ id: other, capacity: 30 }),
    cells: { ...admins, COACH: "NOT_FOUND" },
  },
  {
    action: "see a class that a coach leads",
    act: (c) => c.class.get({ id: led }),
    cells: only("COACH", "ORG_ADMIN", "ADMIN"),
  },
  {
    action: "see a class that the coach does not lead",
    act: (c) => c.class.get({ id: other }),
    cells: { ...admins, COACH: "NOT_FOUND" },
  },
  {
    action: "change a class that the coach helps in",
    act: (c) => c.class.update({ id: helped, capacity: 30 }),
    cells: { ...admins, COACH: "FORBIDDEN" },
  },
  {
    action: "enrol in a class that the coach leads",
    act: (c) => c.class.enroll({ id: led, userIds: [student] }),
    cells: coaching,
  },
  {
    action: "enrol in a class that the coach helps in",
    act: (c) => c.class.enroll({ id: helped, userIds: [student] }),
    cells: coaching,
  },
  {
    action: "enrol in a class that the coach does not lead",
    act: (c) => c.class.enroll({ id: other, userIds: [student] }),
    cells: { ...admins, COACH: "NOT_FOUND" },
  },
  {
    action: "choose the coaches of a class that the coach leads",
    act: (c) => c.class.addCoaches({ id: led, userIds: [coach] }),
    cells: coaching,
  },
  {
    action: "choose the coaches of a class that the coach helps in",
    act: (c) => c.class.addCoaches({ id: helped, userIds: [coach] }),
    cells: { ...admins, COACH: "FORBIDDEN" },
  },
  {
    action: "take out the roster of a class that the coach leads",
    act: (c) => c.class.exportRoster({ id: led, format: "csv" }),
    cells: coaching,
  },
  {
    action: "take out the roster of a class that the coach does not lead",
    act: (c) => c.class.exportRoster({ id: other, format: "csv" }),
    cells: { ...admins, COACH: "NOT_FOUND" },
  },
  { action: "list classes", act: (c) => c.class.list({}), cells: coaching },
  { action: "archive a class", act: (c) => reaches(c.class.archive({ ids: [newId()] })), cells: admins },
  { action: "restore a class", act: (c) => reaches(c.class.restore({ ids: [newId()] })), cells: admins },
  {
    action: "duplicate a class",
    act: (c) => reaches(c.class.duplicate({ id: newId(), name: "Twin" })),
    cells: admins,
  },
  {
    action: "keep a view of a list that the coach sees",
    act: (c) => c.view.create({ screen: "classes", name: newId(), query: "seats=full" }),
    cells: coaching,
  },
  {
    action: "keep a view of a list that admins see",
    act: (c) => c.view.create({ screen: "users", name: newId(), query: "role=COACH" }),
    cells: admins,
  },
  {
    action: "invite into a class that a coach leads",
    act: (c) => invite(c, led),
    cells: only("COACH", "ORG_ADMIN", "ADMIN"),
  },
  { action: "invite into a class that the coach does not lead", act: (c) => invite(c, other), cells: admins },
  {
    action: "invite into the organization, into no class",
    act: async (c) => {
      const { invited } = await c.invitation.send({ text: `${newId()}@people.example`, role: "PARENT" });
      if (invited === 0) throw new TRPCError({ code: "FORBIDDEN" });
    },
    cells: admins,
  },
  { action: "see the organization's keys", act: (c) => c.apiKey.list(), cells: admins },
  {
    action: "make a key for another program",
    act: (c) => c.apiKey.create({ name: newId(), permissions: ["user:list"], days: 1 }),
    cells: admins,
  },
  { action: "revoke a key", act: (c) => reaches(c.apiKey.revoke({ id: newId() })), cells: admins },
  { action: "read the organization's log", act: (c) => c.audit.list({}), cells: admins },
  { action: "export the organization's log", act: (c) => c.audit.export({}), cells: admins },
  {
    action: "enter another organization",
    act: (c) => reaches(c.platform.enterOrganization({ organizationId: newId(), reason: "A look around" })),
    cells: only("ADMIN"),
  },
  { action: "view the organization's statistics", act: (c) => c.organization.statistics(), cells: admins },
  { action: "view the organization's dashboard", act: (c) => c.dashboard.get(), cells: admins },
  {
    action: "see what waits in one's own classes",
    act: (c) => c.dashboard.coach(),
    cells: only("COACH", "ORG_ADMIN", "ADMIN"),
  },
  {
    action: "send a student to another school",
    act: (c) => reaches(c.studentTransfer.prepare({ studentId: newId() })),
    cells: admins,
  },
  {
    action: "take a student in from another school",
    act: (c) => reaches(c.studentTransfer.decline({ id: newId(), reason: "No seat" })),
    cells: admins,
  },
  { action: "view the organization's trends", act: (c) => c.dashboard.trends({}), cells: admins },
  {
    action: "read a student's past school years",
    act: (c) => c.academicRecord.list(record),
    cells: only(...ROLES),
  },
  {
    action: "change a student's past school years",
    act: (c) => c.academicRecord.update({ id: records.academicRecordId, notes: newId() }),
    cells: admins,
  },
  {
    action: "read all of a student's health",
    act: (c) => c.health.get(record),
    cells: only("PARENT", "ORG_ADMIN", "ADMIN"),
  },
  {
    action: "read what somebody with a student in their care needs",
    act: (c) => c.health.care(record),
    cells: coaching,
  },
  { action: "read one's own health", act: (c) => c.health.own(), cells: only("STUDENT") },
  {
    action: "change a student's health",
    act: (c) => c.health.update({ ...record, medication: newId() }),
    cells: admins,
  },
  { action: "read a student's incidents", act: (c) => c.incident.list(record), cells: coaching },
  {
    action: "read on which days a student was away",
    act: (c) => c.attendance.list(record),
    cells: only(...ROLES),
  },
  {
    action: "mark a day of a student",
    act: (c) => c.attendance.record({ ...record, day: freeDay(), mark: "absent", reason: "" }),
    cells: coaching,
  },
  {
    action: "change another's report of an incident",
    act: (c) => c.incident.update({ id: otherReport.id, followUp: newId() }),
    cells: { ...admins, COACH: "FORBIDDEN" },
  },
  {
    action: "see a student's documents",
    act: (c) => c.document.list(record),
    cells: only("PARENT", "ORG_ADMIN", "ADMIN"),
  },
  {
    action: "take out a document that is not meant for the family",
    act: (c) => c.document.download({ id: records.documentId }),
    cells: { ...admins, PARENT: "NOT_FOUND" },
  },
  {
    action: "rename a student's document",
    act: (c) => c.document.update({ id: records.documentId, name: newId() }),
    cells: admins,
  },
];

async function answer(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return "yes";
  } catch (error) {
    return error instanceof TRPCError ? error.code : String(error);
  }
}

/** A caller who signed in as this person of our school. */
function callerOf(role: Role): Caller {
  const person = ours.people[role];
  return createCaller({
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
    actor: ours.actor(person),
  });
}

describe.each(TABLE)("$action", ({ act, cells }) => {
  test.each(ROLES)("%s", async (role) => {
    expect(await answer(act(callerOf(role)))).toBe(cells[role]);
  });

  test("a visitor", async () => {
    const caller = createCaller(contextFor(undefined, { ipAddress: null, userAgent: null }));
    expect(await answer(act(caller))).toBe("UNAUTHORIZED");
  });
});
