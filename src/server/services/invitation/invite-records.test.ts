import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { users } from "@/db/schema/core/users";
import { guardians, students } from "@/db/schema/tenant/students";
import { acceptInvitationInput } from "@/domain/account";
import type { RecordKind } from "@/domain/record-account-list";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { invitationRows, letExpire, listOf, mailedTokens } from "../../../../tests/support/invitations";
import { addMember, eventsAbout } from "../../../../tests/support/look";
import { newEmail, PASSWORD, refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { atPlacement, enterStudent, tieGuardian } from "../../../../tests/support/students";
import { linkAccount } from "../record-account";
import { listOwnRecords } from "../student";
import { acceptInvitation } from "./accept-invitation";
import { resendInvitations, revokeInvitations } from "./change-invitations";
import { getRecordAccount } from "./get-record-account";
import { inviteGuardians, previewGuardians } from "./invite-guardians";
import { inviteRecord } from "./invite-records";
import { sendInvitations } from "./send-invitations";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("invitations from records of a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const invite = (kind: RecordKind, id: string, email: string) => inviteRecord(admin(), { kind, id, email });
  const at = (fn: Parameters<typeof atPlacement<unknown>>[2]) => atPlacement(urls.operator, school, fn);
  const events = (id: string) => eventsAbout(urls.operator, school, id);
  const stateOf = (id: string) => getRecordAccount(admin(), { kind: "guardian", id });

  async function family(name = "Gil, Ana") {
    const studentId = await enterStudent(school, name);
    const { guardianId } = await tieGuardian(school, studentId, "Gil Mora, Iris");
    return { studentId, guardianId };
  }

  /** Joins by the link that the mail brings. */
  async function accept(email: string) {
    const token = (await mailedTokens(urls.operator, school)).get(email);
    const input = acceptInvitationInput.parse({ token, name: "Iris Gil", password: PASSWORD });
    await acceptInvitation(input, { ipAddress: null });
    const member = (await invitationRows(urls.operator, school)).find((row) => row.email === email);
    return {
      ...school.actor(school.people.PARENT),
      ...{ userId: member?.acceptedUserId ?? "", accountId: null, role: member?.role ?? "PARENT" },
    };
  }

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("a parent who accepts is linked by that, and sees the child", async () => {
    const { studentId, guardianId } = await family();
    const email = newEmail();
    expect(await invite("guardian", guardianId, email)).toEqual({ outcome: "new" });
    expect(await stateOf(guardianId)).toMatchObject({
      ...{ account: null, invitation: { email, status: "pending", delivery: "queued" } },
    });
    const parent = await accept(email);
    expect(await listOwnRecords(parent)).toMatchObject([{ id: studentId }]);
    expect(await stateOf(guardianId)).toMatchObject({ account: { email }, invitation: null });
    const [invited, linked] = (await events(guardianId)).slice(-2);
    expect(invited).toMatchObject({ action: "guardian.account_invited", after: { email } });
    expect(linked).toMatchObject({ action: "guardian.account_linked", actorUserId: parent.userId });
  });

  test("a student joins the same way", async () => {
    const { studentId } = await family();
    const email = newEmail();
    await invite("student", studentId, email);
    const student = await accept(email);
    expect(student.role).toBe("STUDENT");
    expect(await listOwnRecords(student)).toMatchObject([{ id: studentId }]);
  });

  test("an invitation that waits already becomes the record's, and is not mailed again", async () => {
    const { studentId, guardianId } = await family();
    const email = newEmail();
    await sendInvitations(admin(), listOf(email, { role: "PARENT" }));
    const rows = (await invitationRows(urls.operator, school)).length;
    expect(await invite("guardian", guardianId, email)).toEqual({ outcome: "waiting" });
    expect(await invitationRows(urls.operator, school)).toHaveLength(rows);
    expect(await listOwnRecords(await accept(email))).toMatchObject([{ id: studentId }]);
  });

  test("an account of another time is linked as a new one is", async () => {
    const { studentId, guardianId } = await family();
    const before = await family();
    const email = newEmail();
    await invite("guardian", before.guardianId, email);
    const former = await accept(email);
    await at(({ db }) => db.update(users).set({ leftAt: new Date() }).where(eq(users.id, former.userId)));
    await invite("guardian", guardianId, email);
    const again = (await mailedTokens(urls.operator, school)).get(email);
    const input = acceptInvitationInput.parse({ token: again, name: "Iris Gil", password: PASSWORD });
    await acceptInvitation(input, { ipAddress: null });
    const { account } = await stateOf(guardianId);
    expect(account).toMatchObject({ email, hasLeft: false });
    expect(account?.id).not.toBe(former.userId);
    const parent = { ...former, userId: account?.id ?? "" };
    expect(await listOwnRecords(parent)).toMatchObject([{ id: studentId }]);
  });

  test.each([
    [
      "merged",
      "closed",
      ({ guardianId }) =>
        at(({ db }) =>
          db.update(guardians).set({ mergedIntoId: guardianId }).where(eq(guardians.id, guardianId)),
        ),
    ],
    [
      "linked to somebody else",
      "linked",
      async ({ guardianId }) => {
        const { id: userId } = await addMember(urls.operator, school, { role: "PARENT" });
        await linkAccount(admin(), { kind: "guardian", id: guardianId, userId });
      },
    ],
  ] as [string, string, (given: { guardianId: string }) => Promise<unknown>][])(
    "a record that was %s meanwhile is let be, and the log says so",
    async (_, obstacle, meanwhile) => {
      const { guardianId } = await family();
      const email = newEmail();
      await invite("guardian", guardianId, email);
      await meanwhile({ guardianId });
      const parent = await accept(email);
      expect(await listOwnRecords(parent)).toEqual([]);
      expect((await events(guardianId)).at(-1)).toMatchObject({
        action: "guardian.account_missed",
        after: { account: { id: parent.userId }, obstacle },
      });
    },
  );

  test("neither a student who went to another school nor a record that is gone keeps anybody from joining", async () => {
    const { studentId } = await family();
    const [one, two] = [newEmail(), newEmail()];
    await invite("student", studentId, one);
    await at(({ db }) => db.update(students).set({ lockedAt: new Date() }).where(eq(students.id, studentId)));
    await accept(one);
    expect((await events(studentId)).at(-1)).toMatchObject({ after: { obstacle: "closed" } });
    const guardianId = newId();
    await at(({ db }) =>
      db.insert(guardians).values({
        ...{ organizationId: school.id, id: guardianId, firstNames: "Luz", lastNames: "Paz" },
        ...{ sortKey: "paz luz", searchKey: " luz paz" },
      }),
    );
    await invite("guardian", guardianId, two);
    await at(({ db }) => db.delete(guardians).where(eq(guardians.id, guardianId)));
    await accept(two);
    expect((await events(guardianId)).at(-1)).toMatchObject({ after: { obstacle: "gone" } });
  });

  test("refuses whom it would not reach, and says who has the address", async () => {
    const [one, two] = [await family(), await family("Otra, Eva")];
    const email = newEmail();
    const parent = await addMember(urls.operator, school, { role: "PARENT", name: "Rosa Paz" });
    expect(await refusal(invite("guardian", one.guardianId, parent.email))).toMatchObject({
      ...{ key: "recordAccount.member", field: "email", values: { name: "Rosa Paz" } },
    });
    expect(await refusal(invite("student", one.studentId, parent.email))).toMatchObject({
      key: "recordAccount.otherMember",
    });
    await invite("guardian", one.guardianId, email);
    expect(await refusal(invite("guardian", one.guardianId, newEmail()))).toMatchObject({
      ...{ key: "recordAccount.invited", values: { email } },
    });
    expect(await refusal(invite("guardian", two.guardianId, email))).toMatchObject({
      key: "recordAccount.invitedElsewhere",
    });
    expect(await refusal(invite("student", two.studentId, email))).toMatchObject({
      key: "recordAccount.invitedElsewhere",
    });
    expect(await refusal(invite("guardian", newId(), newEmail()))).toMatchObject({ kind: "not_found" });
    await linkAccount(admin(), { kind: "guardian", id: two.guardianId, userId: parent.id });
    expect(await refusal(invite("guardian", two.guardianId, newEmail()))).toMatchObject({
      key: "recordAccount.hasAccount",
    });
  });

  test("expires, is sent again and revoked as any other", async () => {
    const { guardianId } = await family();
    const email = newEmail();
    await invite("guardian", guardianId, email);
    const { invitation } = await stateOf(guardianId);
    const id = invitation?.id ?? "";
    await letExpire(urls.operator, id);
    expect(await stateOf(guardianId)).toMatchObject({ invitation: { id, status: "expired" } });
    expect(await resendInvitations(admin(), { ids: [id] })).toMatchObject([{ ok: true }]);
    expect(await stateOf(guardianId)).toMatchObject({ invitation: { id, status: "pending" } });
    await revokeInvitations(admin(), { ids: [id] });
    expect(await stateOf(guardianId)).toMatchObject({ account: null, invitation: null });
    expect(await invite("guardian", guardianId, email)).toEqual({ outcome: "new" });
  });

  test("representatives of many are invited at once: previewed, each once, emergency contacts not", async () => {
    const other = await makeSchool(urls.operator, placement);
    const hers = () => other.actor(other.people.ORG_ADMIN);
    const studentIds = [await enterStudent(other, "Uno, Ana"), await enterStudent(other, "Dos, Eva")];
    const [first = "", second = ""] = studentIds;
    const emails = [newEmail(), newEmail()];
    const person = (name: string, email = "") => ({ person: { firstNames: name, lastNames: "Paz", email } });
    const mother = await tieGuardian(other, first, "", person("Rosa", emails[0]));
    await tieGuardian(other, second, "", { guardianId: mother.guardianId });
    await tieGuardian(other, first, "", { ...person("Luis", emails[0]), type: "secondary" });
    await tieGuardian(other, first, "", { ...person("Vecina", newEmail()), type: "emergency" });
    const father = await tieGuardian(other, second, "", { ...person("Raúl"), type: "secondary" });
    const { counts, leftOut } = await previewGuardians(hers(), { studentIds });
    expect(counts).toMatchObject({ new: 1, repeated: 1, no_email: 1, linked: 0 });
    expect(leftOut).toContainEqual(
      expect.objectContaining({ id: father.guardianId, name: "Raúl Paz", verdict: "no_email" }),
    );
    expect(await inviteGuardians(hers(), { studentIds })).toMatchObject({ invited: 1, tied: 0 });
    expect(await invitationRows(urls.operator, other)).toMatchObject([{ email: emails[0], role: "PARENT" }]);
    expect(await inviteGuardians(hers(), { studentIds })).toEqual({ batchId: null, invited: 0, tied: 0 });
    expect(await refusal(previewGuardians(admin(), { studentIds }))).toMatchObject({ kind: "not_found" });
  });
});
