import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { studentTransfers } from "@/db/schema/core/student-transfers";
import { students } from "@/db/schema/tenant/students";
import { atGate, inOrganization, onPlatform, type TenantTx } from "@/db/scope";
import { newId } from "@/lib/ids";
import { PLATFORM_ITSELF } from "@/server/jobs/system-actor";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { agreed, ask, makeRecordSchool, type RecordSchool, transferRow } from "../support/student-transfers";

// What PostgreSQL itself lets each side of a transfer do, whatever the services ask for.

const { urls } = await useTestDatabase();

/** What PostgreSQL said, in one line. */
async function refused(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error("It was let through");
  return String(error.cause ?? error);
}

describe.each([
  ["app", APART],
  [APART, "app"],
  ["app", "app"],
])("between a school placed in %s and one in %s", (placement, other) => {
  let from: RecordSchool;
  let to: RecordSchool;
  let third: RecordSchool;
  let id: string;
  let waitingId: string;
  const as = <T>(school: RecordSchool, fn: (tx: TenantTx) => Promise<T>) => inOrganization(school.admin, fn);
  const seenBy = (school: RecordSchool) =>
    as(school, ({ db }) => db.select({ id: studentTransfers.id }).from(studentTransfers)).then((rows) =>
      rows.map((row) => row.id),
    );

  beforeAll(async () => {
    from = await makeRecordSchool(urls.operator, placement);
    to = await makeRecordSchool(urls.operator, other);
    third = await makeRecordSchool(urls.operator, other);
    ({ id } = await agreed(from, to));
    waitingId = from.records.studentTransferId;
  });

  test("a third school sees nothing of it, and the receiving one nothing before the guardian agrees", async () => {
    expect(await seenBy(from)).toEqual(expect.arrayContaining([id, waitingId]));
    expect(await seenBy(third)).toEqual([third.records.studentTransferId]);
    expect(await seenBy(to)).toEqual(expect.arrayContaining([id, to.records.studentTransferId]));
    expect(await seenBy(to)).toHaveLength(2);
    const unanswered = await ask(third, to);
    expect(await seenBy(to)).not.toContain(unanswered.id);
  });

  test("neither other school reads a row of the record", async () => {
    for (const school of [to, third]) {
      const found = await as(school, ({ db }) =>
        db.select().from(students).where(eq(students.organizationId, from.id)),
      );
      expect(found).toEqual([]);
    }
    expect(
      await refused(onPlatform(to.admin, ({ db }) => db.execute(sql`select from app.students`))),
    ).toMatch(/permission denied/);
    expect(
      await refused(
        onPlatform(to.admin, ({ db }) => db.execute(sql`select from ${sql.identifier(APART)}.students`)),
      ),
    ).toMatch(/permission denied/);
  });

  test("the receiving school can change nothing of it, erase nothing, and take no row for its own", async () => {
    const before = await transferRow(urls.operator, id);
    const mine = and(eq(studentTransfers.toOrganizationId, to.id), eq(studentTransfers.id, id));
    const set = (changes: Partial<typeof studentTransfers.$inferInsert>) =>
      refused(as(to, ({ db }) => db.update(studentTransfers).set(changes).where(mine)));
    expect(await set({ status: "withdrawn" })).toMatch(/row-level security/);
    expect(await set({ organizationId: to.id })).toMatch(/permission denied/);
    expect(await set({ sections: ["profile", "health"] })).toMatch(/permission denied/);
    expect(await set({ receivedStudentId: newId() })).toMatch(/permission denied/);
    expect(await set({ tokenHash: "a".repeat(64) })).toMatch(/permission denied/);
    expect(await refused(as(to, ({ db }) => db.delete(studentTransfers).where(mine)))).toMatch(
      /permission denied/,
    );
    expect(await transferRow(urls.operator, id)).toEqual(before);
  });

  test("nobody forges a request of another school", async () => {
    const forge = (organizationId: string) => sql`
      insert into core.student_transfers (organization_id, id, to_organization_id, student_id, student_name,
        from_school_name, to_school_name, sections, last_day, guardian_name, guardian_email, requested_by, expires_at)
      values (${organizationId}, ${newId()}, ${to.id}, ${newId()}, 'x', 'x', 'x', '[]'::jsonb, '2026-01-01', 'x', 'x',
        'x', now())`;
    for (const school of [to, third])
      expect(await refused(as(school, ({ db }) => db.execute(forge(from.id))))).toMatch(/row-level security/);
    // Of its own it may, and is not believed that the guardian agreed.
    const stated = sql`insert into core.student_transfers (organization_id, id, guardian_agreed_at)
      values (${from.id}, ${newId()}, now())`;
    expect(await refused(as(from, ({ db }) => db.execute(stated)))).toMatch(/permission denied/);
  });

  test("the sending school answers for nobody, and widens nothing that was agreed on", async () => {
    const own = (transferId: string, changes: Partial<typeof studentTransfers.$inferInsert>) =>
      refused(
        as(from, ({ db }) =>
          db.update(studentTransfers).set(changes).where(eq(studentTransfers.id, transferId)),
        ),
      );
    expect(await own(waitingId, { status: "awaiting_school" })).toMatch(/student_transfers_agreed_check/);
    expect(await own(waitingId, { status: "completed" })).toMatch(/student_transfers_agreed_check/);
    expect(await own(waitingId, { guardianAgreedAt: new Date() })).toMatch(/permission denied/);
    expect(await own(waitingId, { guardianEmail: "me@people.example" })).toMatch(/permission denied/);
    expect(await own(waitingId, { tokenHash: "a".repeat(64) })).toMatch(/permission denied/);
    expect(await own(id, { sections: ["profile", "health"] })).toMatch(/permission denied/);
    expect(await own(id, { toOrganizationId: third.id })).toMatch(/permission denied/);
    expect(await own(id, { studentId: from.records.twinId })).toMatch(/permission denied/);
  });

  test("the gate shows the one transfer of a link, and writes none", async () => {
    const { tokenHash } = await transferRow(urls.operator, id);
    const seen = (keys: Parameters<typeof atGate>[0]) =>
      atGate(keys, ({ db }) => db.select({ id: studentTransfers.id }).from(studentTransfers));
    expect(await seen({ tokenHash: tokenHash ?? "" })).toEqual([{ id }]);
    expect(await seen({})).toEqual([]);
    expect(await seen({ organizationId: from.id, tokenHash: "a".repeat(64) })).toEqual([]);
    const write = atGate({ tokenHash: tokenHash ?? "" }, ({ db }) =>
      db.update(studentTransfers).set({ guardianAgreedAt: new Date() }),
    );
    expect(await refused(write)).toMatch(/permission denied/);
  });

  test("the platform's role enters one school at a time", async () => {
    const both = onPlatform(PLATFORM_ITSELF, (tx) =>
      tx.enter(from.id, async ({ db }) => ({
        own: await db.$count(students, eq(students.organizationId, from.id)),
        others: await db.$count(students, eq(students.organizationId, to.id)),
      })),
    );
    expect(await both).toEqual({ own: 3, others: 0 });
  });
});
