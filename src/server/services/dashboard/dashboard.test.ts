import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator, type OperatorTx } from "@/db/operator";
import { invitations } from "@/db/schema/core/invitations";
import { organizationSettings } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { classCoaches, classes, enrollments } from "@/db/schema/tenant/classes";
import { inOrganization } from "@/db/scope";
import { newId } from "@/lib/ids";
import { yearIdOf } from "../../../../tests/support/academics";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addClass, addMember } from "../../../../tests/support/look";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { ensureGrades, findOrCreateSections } from "../academics";
import { getCoachHome } from "./get-coach-home";
import { getDashboard } from "./get-dashboard";
import { getTrends } from "./trends";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("the dashboard of a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const inPlacement = <T>(fn: (tx: OperatorTx) => Promise<T>) =>
    asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      return fn(tx);
    });
  const enrolled = (classId: string, userId: string, waitNumber?: number) => ({
    ...{ organizationId: school.id, id: newId(), classId, userId },
    ...(waitNumber === undefined ? {} : { state: "waiting" as const, waitNumber }),
  });
  const invited = (hours: number, delivery: "sent" | "failed") => ({
    ...{ organizationId: school.id, id: newId(), email: `${newId()}@people.example`, searchKey: " x" },
    ...{ role: "PARENT" as const, delivery, expiresAt: new Date(Date.now() + hours * 3_600_000) },
  });

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("tells what waits, and nothing where nothing does", async () => {
    const { led, other } = school.classes;
    await inPlacement((tx) =>
      tx.db.insert(classCoaches).values({
        ...{ organizationId: school.id, id: newId(), classId: other, userId: school.people.ORG_ADMIN.id },
        isLead: true,
      }),
    );
    const quiet = { count: 0, first: [] };
    expect((await getDashboard(admin())).attention).toEqual({
      ...{ expiring: { count: 0, firstExpiry: null }, undelivered: { count: 0 } },
      ...{
        withoutLead: quiet,
        overCapacity: quiet,
        suspendedLeads: quiet,
        arriving: quiet,
        waiting: { ...quiet, students: 0 },
      },
    });

    const second = await addMember(urls.operator, school, { role: "STUDENT" });
    const third = await addMember(urls.operator, school, { role: "STUDENT" });
    const orphan = await addClass(urls.operator, school, { name: "Orphan" });
    await addClass(urls.operator, school, { name: "Of last year", state: "archived" });
    await inPlacement(async (tx) => {
      await tx.db.insert(enrollments).values([enrolled(led, second.id), enrolled(led, third.id, 1)]);
      await tx.db
        .update(classes)
        .set({ capacity: 1 })
        .where(and(eq(classes.organizationId, school.id), eq(classes.id, led)));
      await tx.db.update(users).set({ status: "suspended" }).where(eq(users.id, school.people.COACH.id));
      await tx.db
        .insert(invitations)
        .values([invited(1, "sent"), invited(24 * 10, "failed"), invited(-1, "failed")]);
    });
    const { attention } = await getDashboard(admin());
    expect(attention.expiring.count).toBe(1);
    expect(attention.expiring.firstExpiry).toBeInstanceOf(Date);
    expect(attention.undelivered.count).toBe(1);
    expect(attention.withoutLead).toMatchObject({ count: 1, first: [{ id: orphan, name: "Orphan" }] });
    expect(attention.overCapacity).toMatchObject({
      count: 1,
      first: [{ id: led, studentCount: 2, capacity: 1 }],
    });
    expect(attention.waiting).toMatchObject({ count: 1, students: 1, first: [{ id: led, waitingCount: 1 }] });
    expect(attention.suspendedLeads).toMatchObject({
      count: 1,
      first: [{ id: school.people.COACH.id, classes: [expect.stringMatching(/^Led/)] }],
    });
  });

  test("shows a coach their own classes and the invitations into them, and nothing else", async () => {
    const { led, other } = school.classes;
    const coach = school.actor(school.people.COACH);
    const into = (classId: string) => ({ ...invited(5, "sent"), classId });
    const [own, foreign] = [into(led), into(other)];
    const waiting = await addMember(urls.operator, school, { role: "STUDENT" });
    await inPlacement(async (tx) => {
      await tx.db.insert(invitations).values([own, foreign, invited(5, "sent")]);
      await tx.db.insert(enrollments).values([enrolled(led, waiting.id, 1), enrolled(other, waiting.id, 1)]);
    });
    const home = await getCoachHome(coach);
    expect(home.classes).toMatchObject([{ id: led, isLead: true, studentCount: 1, waitingCount: 1 }]);
    expect(home.invitations).toMatchObject({
      pending: 1,
      expiring: 1,
      undelivered: 0,
      first: [{ id: own.id }],
    });
    expect(await getCoachHome(school.actor(school.people.ORG_ADMIN))).toMatchObject({
      classes: [],
      invitations: { pending: 3 },
    });
  });

  test("counts people, seats and how far the school is set up", async () => {
    const { figures, seats, setup } = await getDashboard(admin());
    expect(figures).toMatchObject({ activeClasses: 2, activeEnrollments: 1 });
    expect(seats).toEqual({ taken: 5, all: 500 });
    const done = (steps: typeof setup) => steps.filter((step) => step.done).map(({ step }) => step);
    expect(done(setup)).toEqual(["coaches", "students", "firstClass"]);
    await asOperator(urls.operator, ({ db }) =>
      db.insert(organizationSettings).values(
        ["branding.primaryColor", "contact.phone"].map((key) => ({
          ...{ organizationId: school.id, key, isPublic: true },
          value: key === "contact.phone" ? "+58 241 555 0100" : "#8c2f39",
        })),
      ),
    );
    const year = await yearIdOf(school, "2026-2027");
    expect(done((await getDashboard(admin())).setup)).toHaveLength(5);
    await inOrganization(admin(), async (tx) => {
      const [grade] = await ensureGrades(tx);
      await findOrCreateSections(tx, year, [{ gradeId: grade?.id ?? "", name: "A" }]);
    });
    expect(done((await getDashboard(admin())).setup)).toHaveLength(6);
  });

  test("shows how things stood at the end of each day and month", async () => {
    const gone = await addMember(urls.operator, school, { role: "STUDENT" });
    const ago = (days: number) => sql`now() - ${`${days} days`}::interval`;
    await inPlacement(async (tx) => {
      await tx.db
        .update(users)
        .set({ joinedAt: ago(400) })
        .where(eq(users.organizationId, school.id));
      await tx.db
        .update(users)
        .set({ joinedAt: ago(20), leftAt: ago(10) })
        .where(eq(users.id, gone.id));
      await tx.db
        .update(enrollments)
        .set({ enrolledAt: ago(5) })
        .where(eq(enrollments.organizationId, school.id));
    });
    const days = await getTrends(admin(), { range: "30d" });
    expect(days).toHaveLength(30);
    expect(days.map(({ students }) => students)).toEqual(
      // The day of the step itself shows how it ended.
      days.map((_, index) => (index >= 9 && index < 19 ? 2 : 1)),
    );
    expect(days.map(({ enrollments: count }) => count)).toEqual(
      days.map((_, index) => (index >= 24 ? 1 : 0)),
    );
    expect(days.at(-1)).toMatchObject({ parents: 1, staff: 3, classes: 2, events: 0 });
    const months = await getTrends(admin(), { range: "12m" });
    expect(months).toHaveLength(12);
    expect(months[0]).toMatchObject({ students: 1, staff: 3, classes: 0, enrollments: 0 });
    expect(months.at(-1)).toMatchObject({ students: 1, enrollments: 1, classes: 2 });
    expect(months.at(-1)?.date).toMatch(/^\d{4}-\d{2}-01$/);
  });
});
