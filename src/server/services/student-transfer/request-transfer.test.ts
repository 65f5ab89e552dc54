import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { organizationDomains } from "@/db/schema/core/domains";
import { organizations } from "@/db/schema/core/organizations";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { guardians, students } from "@/db/schema/tenant/students";
import { newId } from "@/lib/ids";
import { PLATFORM_ITSELF } from "@/server/jobs/system-actor";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { keepingMailer } from "../../../../tests/support/invitations";
import { eventsAbout } from "../../../../tests/support/look";
import { newEmail, refusal } from "../../../../tests/support/people";
import {
  agreed,
  ask,
  linkOf,
  makeRecordSchool,
  type RecordSchool,
  transferRow,
} from "../../../../tests/support/student-transfers";
import {
  countOpenTransfers,
  deliverTransferLink,
  findSchoolByAddress,
  getTransfer,
  giveUpTransferLink,
  listTransfers,
  openTransfer,
  prepareTransfer,
  resendTransfer,
  withdrawTransfer,
} from "./index";

const { urls } = await useTestDatabase();

const past = () =>
  asOperator(urls.operator, ({ db }) =>
    db.update(studentTransfers).set({ expiresAt: new Date(Date.now() - 1_000) }),
  );

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

  const inPlace = (fn: (tx: Parameters<Parameters<typeof asOperator>[1]>[0]) => Promise<unknown>) =>
    asOperator(urls.operator, async (tx) => {
      await tx.enterPlacement(placement);
      await fn(tx);
    });

  test("what would go and what would end is told before, and nothing of health or conduct", async () => {
    const { studentId, word, guardianId } = from.records;
    const prepared = await prepareTransfer(from.admin, { studentId });
    expect(prepared).toMatchObject({
      student: {
        name: `Nahia ${word}`,
        isLocked: false,
        place: { year: "2025-2026", grade: "1er Grado", section: "A" },
      },
      open: null,
      guardians: [{ id: guardianId, name: `Olga ${word}`, isPrimaryContact: true, email: "" }],
      sends: {
        ...{ guardians: 1, authorized: 1, academic: 1, hasHealth: true, vaccines: 1, discipline: 1 },
        documents: { count: 1, bytes: 4, names: [`${word}.pdf`] },
      },
      closes: { account: { email: from.people.STUDENT.email }, section: "A", waiting: [] },
      locale: "en",
    });
    expect(prepared.closes.classes).toHaveLength(1);
    expect(JSON.stringify(prepared)).not.toMatch(/Maní|Asma|BCG|Habló/);
    const absent = await refusal(prepareTransfer(from.admin, { studentId: newId() }));
    expect(await refusal(prepareTransfer(to.admin, { studentId }))).toEqual(absent);
    const merged = { studentId: from.records.mergedStudentId };
    expect(await refusal(prepareTransfer(from.admin, merged))).toEqual(absent);
  });

  test("the other school is named by its address alone, and one that is closed reads as one that is not", async () => {
    const host = `${newId()}.example`;
    await asOperator(urls.operator, ({ db }) =>
      db.insert(organizationDomains).values({
        ...{ organizationId: to.id, host, token: newId(), verifiedAt: new Date() },
      }),
    );
    for (const address of [
      to.slug,
      `${to.slug}.localhost`,
      `http://${to.slug}.localhost:3000/sign-in`,
      `https://school.example/schools/${to.slug}`,
      host,
      `https://${host}/org-admin`,
    ])
      expect(await findSchoolByAddress(from.admin, { address }), address).toMatchObject({ id: to.id });
    const unknown = await refusal(findSchoolByAddress(from.admin, { address: "nobody-has-this" }));
    expect(unknown).toMatchObject({ key: "studentTransfer.schoolUnknown", field: "address" });
    for (const address of [`${newId()}.example`, "http://", "a b", "%%%", "localhost", "..", `${to.slug}/`])
      expect(await refusal(findSchoolByAddress(from.admin, { address })), address).toEqual(unknown);
    expect(await refusal(findSchoolByAddress(from.admin, { address: from.slug }))).toMatchObject({
      key: "studentTransfer.sameSchool",
    });
    for (const status of ["suspended", "inactive", "provisioning"] as const) {
      await asOperator(urls.operator, ({ db }) =>
        db.update(organizations).set({ status }).where(eq(organizations.id, to.id)),
      );
      expect(await refusal(findSchoolByAddress(from.admin, { address: to.slug }))).toEqual(unknown);
    }
    expect(await refusal(ask(from, to))).toEqual(unknown);
    // A list cannot be had by asking.
    const asked = Promise.all(
      Array.from({ length: 30 }, () => findSchoolByAddress(from.admin, { address: "nobody" })),
    );
    expect((await refusal(asked)).key).toMatch(/schoolUnknown|tooManyAttempts/);
    expect((await refusal(findSchoolByAddress(from.admin, { address: to.slug }))).kind).toBe("too_many");
  });

  test("asking mails the guardian a link; the other school sees nothing yet", async () => {
    const { id, input } = await ask(from, to);
    const stored = await transferRow(urls.operator, id);
    expect(stored).toMatchObject({
      ...{ status: "awaiting_guardian", delivery: "queued", tokenHash: null, toOrganizationId: to.id },
      ...{ sections: ["profile", "family", "academic", "health", "discipline", "documents"] },
      ...{ requestedByUserId: from.people.ORG_ADMIN.id, lastDay: "2026-03-13" },
    });
    const { mail, token } = await linkOf(from, id);
    expect(mail).toMatchObject({ to: "email" in input.guardian ? input.guardian.email : "" });
    expect(mail?.subject).toContain("pide tu autorización");
    expect(mail?.text).toContain(`http://${from.slug}.localhost`);
    expect(mail?.text).toMatch(/familia, historia académica y asistencia, salud/);
    expect(mail?.text).toContain("Se mudan");
    const sent = await transferRow(urls.operator, id);
    expect(sent).toMatchObject({ delivery: "sent", lastSentAt: expect.any(Date) });
    expect(JSON.stringify(sent)).not.toContain(token);
    expect(await openTransfer({ token })).toMatchObject({
      ...{ status: "awaiting_guardian", guardianName: "Olga Canaima", locale: "es" },
    });
    expect(await eventsAbout(urls.operator, from, from.records.studentId)).toMatchObject([
      { action: "transfer.requested", subjectType: "student", after: { guardian: "Olga Canaima" } },
    ]);
    const list = (school: RecordSchool, direction: "incoming" | "outgoing") =>
      listTransfers(school.admin, { direction, statuses: [], limit: 50 });
    expect((await list(from, "outgoing")).rows.map((row) => row.id)).toContain(id);
    expect((await list(from, "incoming")).rows).toEqual([]);
    expect((await list(to, "incoming")).rows).toEqual([]);
    expect((await refusal(getTransfer(to.admin, { id }))).kind).toBe("not_found");
    // Beside the one of the twin, which waits for its guardian too.
    expect(await countOpenTransfers(from.admin)).toEqual({ incoming: 0, outgoing: 2 });
  });

  test("a guardian of the record is asked where mail reaches them, and of no other record", async () => {
    const { guardianId, twinGuardianId, twinId } = from.records;
    const without = { kind: "invalid", key: "studentTransfer.guardianWithoutEmail", field: "guardianId" };
    expect(await refusal(ask(from, to, { guardian: { guardianId } }))).toMatchObject(without);
    const email = newEmail();
    await inPlace(({ db }) => db.update(guardians).set({ email }));
    expect(await refusal(ask(from, to, { guardian: { guardianId: twinGuardianId } }))).toMatchObject(without);
    expect(await refusal(ask(from, to, { guardian: { guardianId: to.records.guardianId } }))).toMatchObject(
      without,
    );
    const { id } = await ask(from, to, { guardian: { guardianId } });
    expect(await transferRow(urls.operator, id)).toMatchObject({
      ...{ guardianEmail: email, guardianName: `Olga ${from.records.word}` },
    });
    // One at a time, also at once.
    expect(await refusal(ask(from, to))).toMatchObject({ key: "studentTransfer.underWay" });
    expect(await refusal(ask(from, to, { studentId: twinId }))).toMatchObject({
      key: "studentTransfer.underWay",
    });
    await withdrawTransfer(from.admin, { id });
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => ask(from, to)));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("it is resent with a new link, withdrawn, and makes room once its time is over", async () => {
    const { id } = await ask(from, to);
    const first = await linkOf(from, id);
    await past();
    expect(await getTransfer(from.admin, { id })).toMatchObject({ status: "expired" });
    expect((await openTransfer({ token: first.token })).status).toBe("expired");
    await resendTransfer(from.admin, { id });
    expect(await getTransfer(from.admin, { id })).toMatchObject({ status: "awaiting_guardian" });
    const second = await linkOf(from, id);
    expect((await refusal(openTransfer({ token: first.token }))).kind).toBe("not_found");
    await withdrawTransfer(from.admin, { id });
    expect((await openTransfer({ token: second.token })).status).toBe("withdrawn");
    const closed = { kind: "conflict", key: "studentTransfer.closed" };
    expect(await refusal(withdrawTransfer(from.admin, { id }))).toMatchObject(closed);
    expect(await refusal(resendTransfer(from.admin, { id }))).toMatchObject(closed);
    const again = await ask(from, to);
    await past();
    const last = await ask(from, to);
    expect(await transferRow(urls.operator, again.id)).toMatchObject({ status: "expired" });
    expect(await transferRow(urls.operator, last.id)).toMatchObject({ status: "awaiting_guardian" });
    const events = await eventsAbout(urls.operator, from, from.records.studentId);
    expect(events.map(({ action }) => action)).toEqual([
      "transfer.requested",
      "transfer.resent",
      "transfer.withdrawn",
      "transfer.requested",
      "transfer.requested",
    ]);
    for (const act of [resendTransfer, withdrawTransfer])
      expect((await refusal(act(to.admin, { id: last.id }))).kind).toBe("not_found");
  });

  test("after the guardian's yes it is withdrawn, and not sent to the guardian again", async () => {
    const { id } = await agreed(from, to);
    expect(await refusal(resendTransfer(from.admin, { id }))).toMatchObject({
      key: "studentTransfer.closed",
    });
    await withdrawTransfer(from.admin, { id });
    expect(await getTransfer(to.admin, { id })).toMatchObject({ status: "withdrawn", recordId: null });
  });

  test("mail that is refused shows as such; what was withdrawn meanwhile is not sent", async () => {
    const { id } = await ask(from, to);
    const which = { organizationId: from.id, transferId: id };
    await expect(
      deliverTransferLink(PLATFORM_ITSELF, which, keepingMailer({ fails: () => true })),
    ).rejects.toThrow();
    expect(await transferRow(urls.operator, id)).toMatchObject({ delivery: "queued" });
    await giveUpTransferLink(PLATFORM_ITSELF, which);
    expect(await transferRow(urls.operator, id)).toMatchObject({ delivery: "failed" });
    await resendTransfer(from.admin, { id });
    await deliverTransferLink(PLATFORM_ITSELF, which, keepingMailer({ refuses: () => true }));
    expect(await getTransfer(from.admin, { id })).toMatchObject({ asked: { delivery: "failed" } });
    await resendTransfer(from.admin, { id });
    await withdrawTransfer(from.admin, { id });
    const mailer = keepingMailer();
    await deliverTransferLink(PLATFORM_ITSELF, which, mailer);
    expect(mailer.sent).toEqual([]);
    expect(await transferRow(urls.operator, id)).toMatchObject({ delivery: "cancelled" });
  });

  test("a record that has gone already goes nowhere else", async () => {
    const { studentId } = from.records;
    await inPlace(({ db }) =>
      db.update(students).set({ lockedAt: new Date() }).where(eq(students.id, studentId)),
    );
    expect(await refusal(ask(from, to))).toMatchObject({ key: "student.locked" });
  });
});
