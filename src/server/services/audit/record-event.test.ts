import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { auditEvents } from "@/db/schema/core/audit";
import { classes } from "@/db/schema/tenant/classes";
import { inOrganization } from "@/db/scope";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { recordEvents } from "./record-event";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("the log of a school placed in %s", (placement) => {
  let school: TestSchool;
  const actor = () => ({
    ...school.actor(school.people.ORG_ADMIN),
    ipAddress: "203.0.113.7",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
    via: "api" as const,
    onBehalfOf: "Olivia Ñáñez",
  });

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("keeps an event with what it tells, or neither", async () => {
    const id = school.classes.other;
    const renamed = { action: "class.updated", subject: { type: "class", id, name: "Renamed" } };
    const rename = (fail: boolean) =>
      inOrganization(actor(), async (tx) => {
        await tx.db.update(classes).set({ name: "Renamed" }).where(eq(classes.id, id));
        await recordEvents(tx, [renamed]);
        if (fail) throw new Error("after all");
      });
    await expect(rename(true)).rejects.toThrow("after all");
    expect(await eventsAbout(urls.operator, school, id)).toEqual([]);
    await rename(false);
    expect(await eventsAbout(urls.operator, school, id)).toMatchObject([
      {
        action: "class.updated",
        actorName: school.people.ORG_ADMIN.name,
        actorUserId: school.people.ORG_ADMIN.id,
        actorAccountId: school.people.ORG_ADMIN.accountId,
        ipAddress: "203.0.113.7",
        userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
        via: "api",
        onBehalfOf: "Olivia Ñáñez",
        subjectName: "Renamed",
      },
    ]);
  });

  test("is never changed, and never written for another school", async () => {
    const neighbour = await makeSchool(urls.operator, placement);
    const attempts = [
      sql`update core.audit_events set action = 'nothing'`,
      sql`delete from core.audit_events`,
      sql`delete from core.audit_unsealed`,
      sql`insert into core.audit_seals (chain, position, event_id, hash)
        values (${school.id}, 1, gen_random_uuid(), 'x')`,
      sql`delete from core.audit_seals`,
      sql`insert into core.audit_events (id, organization_id, actor_name, action, subject_type)
        values (gen_random_uuid(), ${neighbour.id}, 'x', 'x', 'x')`,
    ];
    for (const attempt of attempts)
      await expect(inOrganization(actor(), (tx) => tx.db.execute(attempt))).rejects.toThrow();
    const events = await asOperator(urls.operator, ({ db }) =>
      db.select().from(auditEvents).where(eq(auditEvents.organizationId, neighbour.id)),
    );
    expect(events).toEqual([]);
  });
});
