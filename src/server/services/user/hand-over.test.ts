import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { classCoaches } from "@/db/schema/tenant/classes";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout, memberRow, rosterOf } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { handOver } from "./hand-over";
import { leaveSchool } from "./leave-school";

const { urls } = await useTestDatabase();
await makeSchool(urls.operator);

describe.each(["app", APART])("the administration of a school placed in %s", (placement) => {
  let school: TestSchool;
  let name: string;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const roleOf = async (person: { id: string }) => (await memberRow(urls.operator, person)).role;

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    name = `Colegio ${newId()}`;
    await asOperator(urls.operator, ({ db }) =>
      db.update(organizations).set({ name }).where(eq(organizations.id, school.id)),
    );
  });

  describe("is handed over", () => {
    const give = (userId: string, { stay = false, confirm = name } = {}) =>
      handOver(admin(), { userId, stay, confirm });

    test("to another person, who is the admin from then on", async () => {
      const { COACH, ORG_ADMIN } = school.people;
      await give(COACH.id);
      expect([await roleOf(COACH), await roleOf(ORG_ADMIN)]).toEqual(["ORG_ADMIN", "COACH"]);
      expect(await eventsAbout(urls.operator, school, school.id)).toMatchObject([
        { action: "organization.handed_over", after: { to: COACH.name, stays: false } },
      ]);
      for (const [person, before, after] of [
        [COACH, "COACH", "ORG_ADMIN"],
        [ORG_ADMIN, "ORG_ADMIN", "COACH"],
      ] as const)
        expect(await eventsAbout(urls.operator, school, person.id)).toMatchObject([
          { action: "user.role_changed", before: { role: before }, after: { role: after } },
        ]);
    });

    test("beside whoever stays", async () => {
      await give(school.people.PARENT.id, { stay: true });
      expect(await roleOf(school.people.PARENT)).toBe("ORG_ADMIN");
      expect(await roleOf(school.people.ORG_ADMIN)).toBe("ORG_ADMIN");
      const again = await refusal(give(school.people.PARENT.id, { stay: true }));
      expect(again).toMatchObject({ kind: "conflict", key: "organization.heirIsAdmin" });
      await give(school.people.PARENT.id);
      expect(await roleOf(school.people.ORG_ADMIN)).toBe("COACH");
    });

    test("to nobody from elsewhere, nobody who is gone, and not to oneself", async () => {
      const other = await makeSchool(urls.operator);
      const gone = await addMember(urls.operator, school, { role: "COACH" });
      await asOperator(urls.operator, ({ db }) =>
        db.update(users).set({ leftAt: new Date() }).where(eq(users.id, gone.id)),
      );
      for (const id of [other.people.COACH.id, gone.id, newId(), school.people.ORG_ADMIN.id])
        expect(await refusal(give(id))).toMatchObject({ kind: "not_found", key: "notFound" });
    });

    test("to nobody who is suspended or stands above", async () => {
      const { COACH, ADMIN } = school.people;
      await asOperator(urls.operator, ({ db }) =>
        db.update(users).set({ status: "suspended" }).where(eq(users.id, COACH.id)),
      );
      expect(await refusal(give(COACH.id))).toMatchObject({ key: "organization.heirSuspended" });
      expect(await refusal(give(ADMIN.id))).toMatchObject({ key: "organization.heirIsAdmin" });
      expect(await roleOf(school.people.ORG_ADMIN)).toBe("ORG_ADMIN");
    });

    test("only by who writes the school's name, and by an admin of its own", async () => {
      expect(await refusal(give(school.people.COACH.id, { confirm: "Colegio" }))).toMatchObject({
        kind: "invalid",
        key: "organization.confirmName",
        field: "confirm",
      });
      const visiting = { ...admin(), userId: null };
      const { ADMIN, COACH } = school.people;
      for (const actor of [visiting, school.actor(ADMIN)])
        expect(await refusal(handOver(actor, { userId: COACH.id, stay: true, confirm: name }))).toMatchObject(
          {
            kind: "forbidden",
            key: "organization.notItsAdmin",
          },
        );
    });

    test("by two admins to each other's place at once, without an end without one", async () => {
      const second = await addMember(urls.operator, school, { role: "ORG_ADMIN" });
      await Promise.allSettled([
        give(second.id),
        handOver(school.actor(second), { userId: school.people.ORG_ADMIN.id, stay: false, confirm: name }),
      ]);
      const roles = [await roleOf(school.people.ORG_ADMIN), await roleOf(second)];
      expect(roles).toContain("ORG_ADMIN");
    });
  });

  describe("is left", () => {
    const leave = (actor = admin(), confirm = name) => leaveSchool(actor, { confirm });

    test("not by the last active admin", async () => {
      const paused = await addMember(urls.operator, school, { role: "ORG_ADMIN" });
      await asOperator(urls.operator, ({ db }) =>
        db.update(users).set({ status: "suspended" }).where(eq(users.id, paused.id)),
      );
      expect(await refusal(leave())).toMatchObject({ kind: "conflict", key: "user.lastAdmin" });
    });

    test("by one of several, once its name is written; of two at once one stays", async () => {
      const second = await addMember(urls.operator, school, { role: "ORG_ADMIN" });
      expect(await refusal(leave(admin(), "x"))).toMatchObject({ key: "organization.confirmName" });
      const outcomes = await Promise.allSettled([leave(), leave(school.actor(second))]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const left = await Promise.all(
        [school.people.ORG_ADMIN, second].map(async (each) => (await memberRow(urls.operator, each)).leftAt),
      );
      expect(left.filter(Boolean)).toHaveLength(1);
    });

    test("and the classes that they led go to the coach who was there, else to another admin", async () => {
      const { led, other } = school.classes;
      const second = await addMember(urls.operator, school, { role: "ORG_ADMIN" });
      const self = school.people.ORG_ADMIN;
      await asOperator(urls.operator, async (tx) => {
        await tx.enterPlacement(placement);
        const coaching = (classId: string, isLead: boolean) => ({
          organizationId: school.id,
          id: newId(),
          classId,
          userId: self.id,
          isLead,
        });
        await tx.db.insert(classCoaches).values([coaching(other, true), coaching(led, false)]);
      });
      await leave();
      const coaches = async (classId: string) => (await rosterOf(urls.operator, school, classId)).coaches;
      expect(await coaches(other)).toEqual([{ userId: second.id, isLead: true }]);
      expect(await coaches(led)).toEqual([{ userId: school.people.COACH.id, isLead: true }]);
      expect((await eventsAbout(urls.operator, school, self.id)).at(-1)).toMatchObject({
        action: "user.left_school",
        before: {
          role: "ORG_ADMIN",
          coached: expect.arrayContaining([expect.objectContaining({ classId: other })]),
        },
      });
    });

    test("by nobody who is not its admin", async () => {
      for (const actor of [school.actor(school.people.ADMIN), { ...admin(), userId: null }])
        expect(await refusal(leave(actor))).toMatchObject({ key: "organization.notItsAdmin" });
    });
  });
});
