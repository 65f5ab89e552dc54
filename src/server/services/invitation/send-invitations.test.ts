import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { isRefused, type VerdictCode } from "@/domain/invitation-verdict";
import { DAY } from "@/lib/duration";
import expected from "../../../../tests/fixtures/invitees-250.expected.json";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { invitationRows, letExpire, listOf } from "../../../../tests/support/invitations";
import { addClass, eventsAbout } from "../../../../tests/support/look";
import { newEmail, refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { setSettings } from "../../../../tests/support/settings";
import { getBatchResult } from "./batches";
import { resendInvitations } from "./change-invitations";
import { previewInvitations } from "./preview-invitations";
import { sendInvitations } from "./send-invitations";

const { urls } = await useTestDatabase();

const LIST = readFileSync("tests/fixtures/invitees-250.csv", "utf8");

const CODES: Record<string, VerdictCode> = {
  "repeated in this list": "repeated",
  "unknown class": "unknown_class",
  "role that an org admin may not give": "role_not_allowed",
  "unknown role": "unknown_role",
  "malformed e-mail": "malformed",
  "already a member": "already_member",
};

describe.each(["app", APART])("inviting into a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const coach = () => school.actor(school.people.COACH);
  const send = (text: string) => sendInvitations(admin(), listOf(text, { role: "STUDENT" }));
  const pending = async () =>
    (await invitationRows(urls.operator, school)).filter(({ status }) => status === "pending");

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("a link holds as long as the school has set, unless its sender says otherwise", async () => {
    await setSettings(urls.operator, school, { "invitations.days": 40 });
    await send(newEmail());
    await sendInvitations(admin(), listOf(newEmail(), { role: "STUDENT", expiresInDays: 2 }));
    const days = (await pending()).map(({ createdAt, expiresAt }) =>
      Math.round((expiresAt.getTime() - createdAt.getTime()) / DAY),
    );
    expect(days).toEqual([40, 2]);
    const ids = (await pending()).map(({ id }) => id);
    await resendInvitations(admin(), { ids });
    for (const { expiresAt } of await pending())
      expect(Math.round((expiresAt.getTime() - Date.now()) / DAY)).toBe(40);
  });

  test("a coach invites what the school lets coaches invite, and nobody else is held to it", async () => {
    await setSettings(urls.operator, school, { "invitations.coachRoles": ["PARENT"] });
    const into = { classId: school.classes.led };
    const invite = (actor: ReturnType<typeof coach>, role: "STUDENT" | "PARENT") =>
      sendInvitations(actor, listOf(newEmail(), { ...into, role }));
    const sent = await invite(coach(), "STUDENT");
    expect(sent).toMatchObject({ invited: 0, refused: [{ code: "role_not_allowed" }] });
    const preview = await previewInvitations(coach(), listOf(newEmail(), { ...into, role: "STUDENT" }));
    expect(preview).toMatchObject([{ code: "role_not_allowed" }]);
    expect(await invite(coach(), "PARENT")).toMatchObject({ invited: 1 });
    expect(await invite(admin(), "STUDENT")).toMatchObject({ invited: 1 });
  });

  describe("the whole list of 250", () => {
    beforeEach(async () => {
      for (const name of ["Robotics 1", "Robotics 2", "Physics 9A", "Maths 7B"])
        await addClass(urls.operator, school, { name });
      await asOperator(urls.operator, ({ db }) =>
        db.update(users).set({ email: "coach@test.com" }).where(eq(users.id, school.people.COACH.id)),
      );
    });

    test("comes out line by line as it must, before and after sending, and a second time invites nobody", async () => {
      const wanted = expected.refused.map(({ line, why }) => ({ line, code: CODES[why] }));
      const codes = (verdicts: { line: number; code: VerdictCode }[]) =>
        verdicts.filter(({ code }) => isRefused(code)).map(({ line, code }) => ({ line, code }));
      const preview = await previewInvitations(admin(), listOf(LIST));
      expect(preview).toHaveLength(expected.rows);
      expect(codes(preview)).toEqual(wanted);
      expect(await invitationRows(urls.operator, school)).toEqual([]);

      const sent = await sendInvitations(admin(), listOf(LIST));
      expect(sent).toMatchObject({ rows: expected.rows, invited: expected.invited });
      expect(codes(sent.refused)).toEqual(wanted);
      const rows = await pending();
      const byLine = new Map(preview.map((verdict) => [verdict.line, verdict]));
      expect(rows).toHaveLength(expected.invited);
      for (const { line, email, role, classId, name } of rows)
        expect({ email, role, classId, name, code: "new" }).toEqual({
          email: byLine.get(line ?? 0)?.email,
          role: byLine.get(line ?? 0)?.role,
          classId: byLine.get(line ?? 0)?.classId,
          name: byLine.get(line ?? 0)?.name,
          code: byLine.get(line ?? 0)?.code,
        });
      expect(rows.filter(({ classId }) => classId !== null).length).toBeGreaterThan(100);
      const result = await getBatchResult(admin(), { id: sent.batchId });
      expect([result.invited.length, result.refused.length]).toEqual([expected.invited, wanted.length]);

      const again = await sendInvitations(admin(), listOf(LIST));
      expect(again).toMatchObject({ rows: expected.rows, invited: 0 });
      expect(again.refused).toHaveLength(expected.rows);
      expect(await pending()).toHaveLength(expected.invited);
    });

    test("sent ten times at once makes each invitation once", async () => {
      const results = await Promise.all(
        Array.from({ length: 10 }, () => sendInvitations(admin(), listOf(LIST))),
      );
      expect(results.reduce((sum, { invited }) => sum + invited, 0)).toBe(expected.invited);
      const rows = await invitationRows(urls.operator, school);
      expect(new Set(rows.map(({ email }) => email)).size).toBe(rows.length);
      expect(rows).toHaveLength(expected.invited);
    });
  });

  test("two lists in opposite order do not get into each other's way", async () => {
    const emails = Array.from({ length: 40 }, newEmail);
    const results = await Promise.all([send(emails.join("\n")), send([...emails].reverse().join("\n"))]);
    expect(results.map(({ invited }) => invited).sort()).toEqual([0, 40]);
  });

  test("each invitation is in the log; an expired one makes way for a new one", async () => {
    const email = newEmail();
    await send(email);
    const [first] = await pending();
    if (!first) throw new Error("not invited");
    expect(await eventsAbout(urls.operator, school, first.id)).toMatchObject([
      { action: "invitation.sent", actorUserId: school.people.ORG_ADMIN.id, subjectName: email },
    ]);
    expect(await send(email)).toMatchObject({ invited: 0, refused: [{ code: "already_invited" }] });
    await letExpire(urls.operator, first.id);
    expect(await send(email)).toMatchObject({ invited: 1 });
    const rows = await invitationRows(urls.operator, school);
    expect(rows.map(({ status }) => status)).toEqual(["expired", "pending"]);
  });

  test("seats that are left set the limit, also for lists sent at once", async () => {
    await asOperator(urls.operator, ({ db }) =>
      db.update(organizations).set({ maxUsers: 8 }).where(eq(organizations.id, school.id)),
    );
    const list = (count: number) => Array.from({ length: count }, newEmail).join("\n");
    expect(await refusal(send(list(4)))).toEqual({
      kind: "conflict",
      key: "invitation.noSeats",
      values: { wanted: 4, free: 3 },
      field: "text",
    });
    expect(await pending()).toEqual([]);
    const results = await Promise.allSettled([send(list(2)), send(list(2)), send(list(2))]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await send(list(1))).toMatchObject({ invited: 1 });
    expect(await pending()).toHaveLength(3);
  });

  test("a coach invites students and parents into classes of their own", async () => {
    const { led, other } = school.classes;
    const into = (classId: string, text: string) =>
      sendInvitations(coach(), listOf(text, { role: "STUDENT", classId }));
    expect(await into(led, newEmail())).toMatchObject({ invited: 1 });
    expect(await into(other, newEmail())).toMatchObject({ refused: [{ code: "class_not_allowed" }] });
    const lines = `${newEmail()}, Coach\n${newEmail()}, School admin\n${newEmail()}, Parent`;
    const mixed = await into(led, lines);
    expect(mixed.refused.map(({ code }) => code)).toEqual(["role_not_allowed", "role_not_allowed"]);
    const without = await sendInvitations(coach(), listOf(newEmail(), { role: "STUDENT" }));
    expect(without).toMatchObject({ invited: 0, refused: [{ code: "missing_class" }] });
    expect(new Set((await pending()).map(({ classId }) => classId))).toEqual(new Set([led]));
  });
});

describe("another school", () => {
  let schools: TestSchool[];
  beforeAll(async () => {
    schools = [await makeSchool(urls.operator), await makeSchool(urls.operator, APART)];
  });

  test("that has the person, or invites the same one, makes no difference to who invites", async () => {
    const [school, other] = schools;
    if (!school || !other) throw new Error("no schools");
    const text = `${other.people.STUDENT.email}\n${newEmail()}`;
    for (const { actor, people } of [school, other]) {
      const preview = await previewInvitations(actor(people.ORG_ADMIN), listOf(text, { role: "PARENT" }));
      const member = people === other.people ? "already_member" : "new";
      expect(preview.map(({ code }) => code)).toEqual([member, "new"]);
      await sendInvitations(actor(people.ORG_ADMIN), listOf(text, { role: "PARENT" }));
    }
    expect(await invitationRows(urls.operator, school)).toHaveLength(2);
    expect(await invitationRows(urls.operator, other)).toHaveLength(1);
  });
});
