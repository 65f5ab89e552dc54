import { beforeEach, describe, expect, test } from "vitest";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { invitationRows, keepingMailer, listOf, tokenIn } from "../../../../tests/support/invitations";
import { eventsAbout } from "../../../../tests/support/look";
import { newEmail, refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { cancelBatch, getBatch, getBatchResult, listBatches } from "./batches";
import { revokeInvitations } from "./change-invitations";
import { deliverInvitations } from "./deliver-invitations";
import { openInvitation } from "./open-invitation";
import { sendInvitations } from "./send-invitations";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("delivery for a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  async function sending(count: number) {
    const emails = Array.from({ length: count }, newEmail);
    const list = listOf(emails.join("\n"), { role: "STUDENT", classId: school.classes.led });
    const { batchId } = await sendInvitations(admin(), list);
    return { batchId, emails };
  }

  test("mails everybody once, each with a link of their own, and ends the sending", async () => {
    const { batchId, emails } = await sending(60);
    const mailer = keepingMailer();
    expect(await getBatch(admin(), { id: batchId })).toMatchObject({
      status: "sending",
      progress: { queued: 60, sent: 0 },
    });
    await deliverInvitations(admin(), { batchId }, mailer);
    await deliverInvitations(admin(), { batchId }, mailer);
    expect(mailer.sent.map(({ to }) => to).sort()).toEqual([...emails].sort());
    expect(new Set(mailer.sent.map(tokenIn)).size).toBe(60);
    const [first] = mailer.sent;
    expect(first?.text).toContain(school.people.ORG_ADMIN.name);
    expect(await openInvitation({ token: tokenIn(first) })).toMatchObject({
      email: first?.to,
      status: "pending",
      hasAccount: false,
    });
    expect(await getBatch(admin(), { id: batchId })).toMatchObject({
      status: "done",
      progress: { queued: 0, sent: 60, failed: 0 },
    });
    const rows = await invitationRows(urls.operator, school);
    expect(rows.every(({ sendCount, lastSentAt }) => sendCount === 1 && lastSentAt !== null)).toBe(true);
  });

  test("goes on where the mail server failed, and mails nobody twice", async () => {
    const { batchId, emails } = await sending(40);
    let down = true;
    const mailer = keepingMailer({ fails: (_, count) => down && count >= 30 });
    await expect(deliverInvitations(admin(), { batchId }, mailer)).rejects.toThrow("Not now.");
    expect(await getBatch(admin(), { id: batchId })).toMatchObject({
      status: "sending",
      progress: { queued: 10, sent: 30 },
    });
    down = false;
    await deliverInvitations(admin(), { batchId }, mailer);
    expect(mailer.sent.map(({ to }) => to).sort()).toEqual([...emails].sort());
    expect(await getBatch(admin(), { id: batchId })).toMatchObject({ status: "done" });
  });

  test("marks an address that the mail server will never take, and goes on", async () => {
    const { batchId, emails } = await sending(3);
    const mailer = keepingMailer({ refuses: ({ to }) => to === emails[1] });
    await deliverInvitations(admin(), { batchId }, mailer);
    expect(mailer.sent).toHaveLength(2);
    const { invited } = await getBatchResult(admin(), { id: batchId });
    expect(invited.map(({ email, delivery }) => [email, delivery])).toEqual([
      [emails[0], "sent"],
      [emails[1], "failed"],
      [emails[2], "sent"],
    ]);
    expect(await getBatch(admin(), { id: batchId })).toMatchObject({ status: "done" });
  });

  test("stops when it is cancelled; who was not mailed is not invited any longer", async () => {
    const { batchId } = await sending(40);
    const mailer = keepingMailer({ fails: (_, count) => count >= 25 });
    await expect(deliverInvitations(admin(), { batchId }, mailer)).rejects.toThrow();
    expect(await cancelBatch(admin(), { id: batchId })).toEqual({ cancelled: 15 });
    await deliverInvitations(admin(), { batchId }, keepingMailer({ fails: () => true }));
    const rows = await invitationRows(urls.operator, school);
    expect(
      rows.filter(({ status, delivery }) => status === "revoked" && delivery === "cancelled"),
    ).toHaveLength(15);
    expect(rows.filter(({ status, delivery }) => status === "pending" && delivery === "sent")).toHaveLength(
      25,
    );
    expect(await getBatch(admin(), { id: batchId })).toMatchObject({ status: "cancelled" });
    expect(await eventsAbout(urls.operator, school, batchId)).toMatchObject([
      { action: "invitation.batch_cancelled", after: { cancelled: 15 } },
    ]);
    expect((await refusal(cancelBatch(admin(), { id: batchId }))).kind).toBe("not_found");
  });

  test("leaves out who was revoked before the mail went", async () => {
    const { batchId, emails } = await sending(2);
    const [first] = await invitationRows(urls.operator, school);
    if (!first) throw new Error("not invited");
    await revokeInvitations(admin(), { ids: [first.id] });
    const mailer = keepingMailer();
    await deliverInvitations(admin(), { batchId }, mailer);
    expect(mailer.sent.map(({ to }) => to)).toEqual(emails.filter((email) => email !== first.email));
  });

  test("is shown to the school's admins, to the coach who sent it, and to nobody else", async () => {
    const coach = school.actor(school.people.COACH);
    const list = listOf(newEmail(), { role: "STUDENT", classId: school.classes.led });
    const { batchId: own } = await sendInvitations(coach, list);
    const { batchId } = await sending(1);
    expect((await listBatches(admin())).map(({ id }) => id)).toEqual([batchId, own]);
    expect((await listBatches(coach)).map(({ id }) => id)).toEqual([own]);
    await expect(getBatch(coach, { id: own })).resolves.toMatchObject({ lineCount: 1 });
    const neighbour = await makeSchool(urls.operator, placement);
    const stranger = neighbour.actor(neighbour.people.ORG_ADMIN);
    const attempts = [
      getBatch(coach, { id: batchId }),
      cancelBatch(coach, { id: batchId }),
      getBatch(stranger, { id: batchId }),
      getBatchResult(stranger, { id: batchId }),
      cancelBatch(stranger, { id: batchId }),
    ];
    for (const refused of await Promise.all(attempts.map(refusal)))
      expect(refused).toMatchObject({ kind: "not_found" });
  });
});
