import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { emailChanges, sessions } from "@/db/schema/core/accounts";
import { auditEvents } from "@/db/schema/core/audit";
import { invitations } from "@/db/schema/core/invitations";
import { workspaces } from "@/db/schema/core/workspaces";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { refusal } from "../../../../tests/support/people";
import { makeSchool } from "../../../../tests/support/schools";
import { signedInAs } from "../../../../tests/support/signed-in";
import { exportOwnData } from "./export-own-data";
import { updateNotices } from "./notices";
import { updateProfile } from "./profile";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("in placement %s", async (placement) => {
  const school = await makeSchool(urls.operator, placement);
  const { STUDENT: student, COACH: coach, ORG_ADMIN: admin } = school.people;

  test("holds what is kept of the person, and nothing of anybody else or of secrets", async () => {
    const who = signedInAs(school, student);
    await updateProfile(who, { phone: "+58 241 555 0100" });
    await updateNotices(who, { membership: false });
    await asOperator(urls.operator, async ({ db }) => {
      const expiresAt = new Date(Date.now() + 60_000);
      await db
        .insert(sessions)
        .values({ id: newId(), accountId: student.accountId, expiresAt, ipAddress: "192.0.2.7" });
      await db.insert(emailChanges).values({
        id: newId(),
        accountId: student.accountId,
        oldEmail: student.email,
        newEmail: "next@people.example",
        oldTokenHash: `secret-${student.id}`,
        newTokenHash: `other-${student.id}`,
        expiresAt,
      });
      await db.insert(workspaces).values([
        { id: newId(), accountId: student.accountId, name: "Notebook", data: { notes: 1 } },
        { id: newId(), accountId: coach.accountId, name: `Of ${coach.id}` },
      ]);
    });
    const data = await exportOwnData(who);
    expect(data).toMatchObject({
      account: { email: student.email, notifications: { membership: false } },
      memberships: [{ school: expect.any(String), role: "STUDENT", phone: "+58 241 555 0100", leftAt: null }],
      sessions: [{ ipAddress: "192.0.2.7" }],
      emailChanges: [{ to: "next@people.example" }],
      workspaces: [{ name: "Notebook", data: { notes: 1 } }],
      school: {
        photo: null,
        classesAttended: [{ class: expect.stringMatching(/^Led/), state: "active", withdrawnAt: null }],
        classesCoached: [],
        ownActs: expect.arrayContaining([
          expect.objectContaining({ action: "account.data_exported" }),
          expect.objectContaining({ action: "user.profile_changed" }),
        ]),
      },
    });
    const text = JSON.stringify(data);
    expect(text).not.toMatch(/secret-|other-|argon2/);
    for (const other of [coach, admin, school.people.PARENT])
      for (const word of [other.email, other.id, other.accountId]) expect(text).not.toContain(word);
    const [event] = await asOperator(urls.operator, ({ db }) =>
      db.select().from(auditEvents).where(eq(auditEvents.action, "account.data_exported")).limit(1),
    );
    expect(event).toMatchObject({ organizationId: expect.any(String) });
  });

  test("a coach's own classes and invitations are in it, and what an act changed of others is not", async () => {
    await asOperator(urls.operator, async ({ db }) => {
      await db.insert(invitations).values({
        organizationId: school.id,
        id: newId(),
        email: "invited@people.example",
        searchKey: " invited",
        role: "STUDENT",
        invitedBy: coach.id,
        expiresAt: new Date(Date.now() + 60_000),
      });
      await db.insert(auditEvents).values({
        id: newId(),
        organizationId: school.id,
        actorAccountId: coach.accountId,
        actorUserId: coach.id,
        actorName: coach.name,
        action: "class.withdrawn",
        subjectType: "class",
        subjectId: school.classes.led,
        subjectName: "Led",
        after: { reason: "a matter of somebody else" },
      });
    });
    const { school: kept } = await exportOwnData(signedInAs(school, coach));
    expect(kept?.classesCoached).toMatchObject([{ isLead: true, state: "active" }]);
    expect(kept?.invitationsSent).toMatchObject([{ email: "invited@people.example" }]);
    expect(kept?.ownActs.map(({ action }) => action)).toContain("class.withdrawn");
    expect(JSON.stringify(kept)).not.toContain("a matter of somebody else");
  });

  test("who belongs to no school any longer still gets what belongs to the account", async () => {
    const who = signedInAs(school, admin);
    const { account, school: kept } = await exportOwnData({
      ...who,
      session: { ...who.session, user: null, organization: null },
    });
    expect([account?.email, kept]).toEqual([admin.email, null]);
  });

  test("is limited", async () => {
    const who = signedInAs(school, school.people.PARENT);
    for (let round = 0; round < 10; round += 1) await exportOwnData(who);
    expect(await refusal(exportOwnData(who))).toMatchObject({ kind: "too_many" });
  });
});
