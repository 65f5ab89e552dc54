import { eq, inArray, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { users } from "@/db/schema/core/users";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout, memberRow, rosterOf } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { removeCoach, setLead } from "../class";
import { removeUsers } from "./remove-users";
import { setUserRole } from "./set-user-role";
import { reactivateUsers, suspendUsers } from "./set-user-status";

const { urls } = await useTestDatabase();

const ok = ({ id, name }: TestPerson) => ({ id, name, ok: true });
const no = ({ id, name }: TestPerson, code: string) => ({ id, name, ok: false, code });

function member(school: TestSchool, role: TestPerson["role"]) {
  return addMember(urls.operator, school, { role });
}

function activeAdmins(school: TestSchool) {
  return asOperator(urls.operator, async ({ db }) => {
    const rows = await db.select().from(users).where(eq(users.organizationId, school.id));
    return rows.filter((row) => row.role === "ORG_ADMIN" && row.status === "active" && !row.leftAt).length;
  });
}

describe.each(["app", APART])("changing people of a school placed in %s", (placement) => {
  let school: TestSchool;
  let neighbour: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const platform = () => school.actor(school.people.ADMIN);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    neighbour = await makeSchool(urls.operator, placement);
  });

  test("gives each a result, touches nobody else, and logs what was before and after", async () => {
    const { STUDENT, PARENT, ADMIN, ORG_ADMIN } = school.people;
    const stranger = neighbour.people.STUDENT;
    const ids = [STUDENT.id, PARENT.id, ADMIN.id, ORG_ADMIN.id, stranger.id];
    expect(await setUserRole(admin(), { ids, role: "PARENT" })).toEqual([
      ok(STUDENT),
      no(PARENT, "unchanged"),
      no(ADMIN, "above_you"),
      no(ORG_ADMIN, "yourself"),
      no({ ...stranger, name: "" }, "not_found"),
    ]);
    expect(await memberRow(urls.operator, stranger)).toMatchObject({ role: "STUDENT" });
    expect(await memberRow(urls.operator, STUDENT)).toMatchObject({ role: "PARENT" });
    expect(await eventsAbout(urls.operator, school, STUDENT.id)).toMatchObject([
      {
        action: "user.role_changed",
        actorUserId: ORG_ADMIN.id,
        before: { role: "STUDENT" },
        after: { role: "PARENT" },
      },
    ]);
    const foreign = await refusal(setUserRole(admin(), { ids: [stranger.id], role: "PARENT" }));
    expect(foreign).toEqual(await refusal(setUserRole(admin(), { ids: [newId()], role: "PARENT" })));
  });

  test("suspends and lets in again", async () => {
    const { STUDENT, COACH, ADMIN } = school.people;
    const ids = [STUDENT.id, COACH.id, ADMIN.id];
    expect(await suspendUsers(admin(), { ids })).toEqual([ok(STUDENT), ok(COACH), no(ADMIN, "above_you")]);
    expect(await suspendUsers(admin(), { ids: [STUDENT.id] })).toEqual([no(STUDENT, "unchanged")]);
    expect(await memberRow(urls.operator, STUDENT)).toMatchObject({ status: "suspended", role: "STUDENT" });
    expect((await rosterOf(urls.operator, school, school.classes.led)).coaches).toHaveLength(1);
    expect(await reactivateUsers(admin(), { ids: [STUDENT.id] })).toEqual([ok(STUDENT)]);
    expect(await eventsAbout(urls.operator, school, STUDENT.id)).toMatchObject([
      { action: "user.suspended", before: { status: "active" }, after: { status: "suspended" } },
      { action: "user.reactivated", before: { status: "suspended" }, after: { status: "active" } },
    ]);
  });

  test("lets nobody give a role above their own", async () => {
    const { STUDENT } = school.people;
    const ids = [STUDENT.id];
    expect(await setUserRole(admin(), { ids, role: "ADMIN" })).toEqual([no(STUDENT, "role_not_allowed")]);
    expect(await setUserRole(admin(), { ids, role: "ORG_ADMIN" })).toEqual([ok(STUDENT)]);
    expect(await setUserRole(platform(), { ids, role: "ADMIN" })).toEqual([ok(STUDENT)]);
  });

  test("takes a coach who is one no longer off their classes, and not one who rises", async () => {
    const { COACH, ORG_ADMIN } = school.people;
    const led = school.classes.led;
    await setUserRole(admin(), { ids: [COACH.id], role: "ORG_ADMIN" });
    expect((await rosterOf(urls.operator, school, led)).coaches).toEqual([
      { userId: COACH.id, isLead: true },
    ]);
    await setUserRole(admin(), { ids: [COACH.id], role: "PARENT" });
    // No class without a lead.
    expect((await rosterOf(urls.operator, school, led)).coaches).toEqual([
      { userId: ORG_ADMIN.id, isLead: true },
    ]);
    const taken = { classId: led, isLead: true, successorId: ORG_ADMIN.id, isInterim: true };
    expect((await eventsAbout(urls.operator, school, COACH.id)).at(-1)).toMatchObject({
      before: { role: "ORG_ADMIN", coached: [taken] },
    });
    expect(await eventsAbout(urls.operator, school, led)).toMatchObject([
      {
        action: "class.lead_changed",
        before: { lead: { id: COACH.id, name: COACH.name } },
        after: { lead: { id: ORG_ADMIN.id, name: ORG_ADMIN.name } },
      },
    ]);
    expect((await rosterOf(urls.operator, school, led)).students).toHaveLength(1);
  });

  test("gives a coach who is one again the classes back that it took", async () => {
    const { COACH, ORG_ADMIN } = school.people;
    const led = school.classes.led;
    const coaches = async () => (await rosterOf(urls.operator, school, led)).coaches;
    const mine = [{ userId: COACH.id, isLead: true }];
    await setUserRole(admin(), { ids: [COACH.id], role: "PARENT" });
    await setUserRole(admin(), { ids: [COACH.id], role: "STUDENT" });
    await setUserRole(admin(), { ids: [COACH.id], role: "COACH" });
    // Another change lies between: what was taken then is not this one's to undo.
    expect(await coaches()).toEqual([{ userId: ORG_ADMIN.id, isLead: true }]);
    await setLead(admin(), { id: led, userId: COACH.id });
    await removeCoach(admin(), { id: led, userId: ORG_ADMIN.id });
    await setUserRole(admin(), { ids: [COACH.id], role: "PARENT" });
    await setUserRole(admin(), { ids: [COACH.id], role: "COACH" });
    expect(await coaches()).toEqual(mine);
    await setUserRole(admin(), { ids: [COACH.id], role: "PARENT" });
    await asOperator(urls.operator, ({ db }) =>
      db.execute(sql`update core.audit_events set created_at = created_at - interval '31 days'
        where subject_id = ${COACH.id}`),
    );
    await setUserRole(admin(), { ids: [COACH.id], role: "COACH" });
    expect(await coaches()).toEqual([{ userId: ORG_ADMIN.id, isLead: true }]);
  });

  test("leaves the last active admin in office, whatever is tried", async () => {
    const { ORG_ADMIN } = school.people;
    const ids = [ORG_ADMIN.id];
    const refused = [no(ORG_ADMIN, "last_admin")];
    expect(await setUserRole(platform(), { ids, role: "COACH" })).toEqual(refused);
    expect(await setUserRole(platform(), { ids, role: "ADMIN" })).toEqual(refused);
    expect(await suspendUsers(platform(), { ids })).toEqual(refused);
    expect(await removeUsers(platform(), { ids })).toEqual(refused);
    // A suspended second admin does not count, and may go.
    const second = await member(school, "ORG_ADMIN");
    await suspendUsers(platform(), { ids: [second.id] });
    expect(await suspendUsers(platform(), { ids })).toEqual(refused);
    expect(await removeUsers(platform(), { ids: [second.id] })).toEqual([ok(second)]);
    expect(await activeAdmins(school)).toBe(1);
  });

  test("leaves one of all admins when all are asked for at once", async () => {
    const all = [
      school.people.ORG_ADMIN,
      await member(school, "ORG_ADMIN"),
      await member(school, "ORG_ADMIN"),
    ];
    const ids = all.map(({ id }) => id);
    for (const attempt of [
      () => setUserRole(platform(), { ids, role: "STUDENT" }),
      () => suspendUsers(platform(), { ids }),
      () => removeUsers(platform(), { ids }),
    ]) {
      await attempt();
      expect(await activeAdmins(school)).toBe(1);
    }
  });

  test("leaves one admin of two who demote, suspend or remove each other at the same moment", async () => {
    const first = school.people.ORG_ADMIN;
    const second = await member(school, "ORG_ADMIN");
    const acts = [
      (by: TestPerson, id: string) => setUserRole(school.actor(by), { ids: [id], role: "COACH" }),
      (by: TestPerson, id: string) => suspendUsers(school.actor(by), { ids: [id] }),
      (by: TestPerson, id: string) => removeUsers(school.actor(by), { ids: [id] }),
    ];
    const pairs = acts.flatMap((one) => acts.map((other) => [one, other] as const));
    for (const [one, other] of [...pairs, ...pairs, ...pairs].slice(0, 20)) {
      const results = await Promise.all([one(first, second.id), other(second, first.id)]);
      expect(results.flat().filter((result) => result.ok)).toHaveLength(1);
      expect(await activeAdmins(school)).toBe(1);
      await asOperator(urls.operator, ({ db }) =>
        db
          .update(users)
          .set({ role: "ORG_ADMIN", status: "active", leftAt: null })
          .where(inArray(users.id, [first.id, second.id])),
      );
    }
  });
});
