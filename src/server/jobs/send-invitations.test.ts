import { eq } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { beforeEach, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { asOperator } from "@/db/operator";
import { outboxMessages } from "@/db/schema/core/operations";
import { organizations } from "@/db/schema/core/organizations";
import { resendInvitations, sendInvitations } from "@/server/services/invitation";
import { APART } from "../../../tests/support/cluster";
import { useTestDatabase } from "../../../tests/support/database";
import { invitationRows, listOf } from "../../../tests/support/invitations";
import { newEmail } from "../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../tests/support/schools";
import { sendInvitationsJob } from "./send-invitations";

const { urls } = await useTestDatabase();

function runQueue() {
  return runOnce({
    connectionString: urls.worker,
    taskList: { "send-invitations": sendInvitationsJob },
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
}

async function onQueue<T>(fn: (sql: ReturnType<typeof connect>) => Promise<T>): Promise<T> {
  const sql = connect(urls.owner);
  return fn(sql).finally(() => sql.end());
}

const outboxOf = (email: string) =>
  asOperator(urls.operator, ({ db }) =>
    db.select().from(outboxMessages).where(eq(outboxMessages.recipient, email)),
  );

describe.each(["app", APART])("the queue, for a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("mails what was sent, once, and again what is resent", async () => {
    const email = newEmail();
    await sendInvitations(admin(), listOf(email, { role: "COACH" }));
    const [invitation] = await invitationRows(urls.operator, school);
    const ids = [invitation?.id ?? ""];
    // On its way already: resending adds no second job.
    await resendInvitations(admin(), { ids, expiresInDays: 3 });
    await runQueue();
    expect(await outboxOf(email)).toHaveLength(1);
    expect(await invitationRows(urls.operator, school)).toMatchObject([{ delivery: "sent", sendCount: 1 }]);
    await resendInvitations(admin(), { ids, expiresInDays: 3 });
    await runQueue();
    expect(await outboxOf(email)).toHaveLength(2);
    expect(await invitationRows(urls.operator, school)).toMatchObject([{ delivery: "sent", sendCount: 2 }]);
  });

  test("tries again after a failure, and gives up visibly after the last attempt", async () => {
    const email = newEmail();
    await sendInvitations(admin(), listOf(email, { role: "COACH" }));
    const setStatus = (status: "active" | "suspended") =>
      asOperator(urls.operator, ({ db }) =>
        db.update(organizations).set({ status }).where(eq(organizations.id, school.id)),
      );
    await setStatus("suspended");
    await runQueue();
    expect(await invitationRows(urls.operator, school)).toMatchObject([{ delivery: "queued" }]);
    const left = await onQueue(
      (sql) => sql`
      update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now() returning last_error`,
    );
    expect(left).toMatchObject([{ last_error: "The school is not active" }]);
    await runQueue();
    expect(await invitationRows(urls.operator, school)).toMatchObject([
      { delivery: "failed", status: "pending" },
    ]);
    expect(await onQueue((sql) => sql`select from graphile_worker._private_jobs`)).toHaveLength(0);
    await setStatus("active");
    const [row] = await invitationRows(urls.operator, school);
    await resendInvitations(admin(), { ids: [row?.id ?? ""], expiresInDays: 3 });
    await runQueue();
    expect(await outboxOf(email)).toHaveLength(1);
  });
});
