import { beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { auditEvents } from "@/db/schema/core/audit";
import { organizationSettings } from "@/db/schema/core/organizations";
import { auditFilterSchema, listEventsInput } from "@/domain/audit";
import { MASKED } from "@/domain/audit-mask";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { removeUsers } from "../user";
import { exportEvents } from "./export-events";
import { findActors } from "./find-actors";
import { getEvent } from "./get-event";
import { listEvents, recentEvents } from "./list-events";

const { urls } = await useTestDatabase();

type Given = Partial<typeof auditEvents.$inferInsert>;

/** Writes events as they stand in the log, the first the oldest. */
async function log(school: TestSchool, events: Given[]): Promise<string[]> {
  const rows = events.map((event) => ({
    id: newId(),
    organizationId: school.id,
    actorAccountId: school.people.ORG_ADMIN.accountId,
    actorUserId: school.people.ORG_ADMIN.id,
    actorName: "Olivia Ñáñez",
    action: "class.updated",
    subjectType: "class",
    ...event,
  }));
  await asOperator(urls.operator, ({ db }) => db.insert(auditEvents).values(rows));
  return rows.map(({ id }) => id);
}

describe.each(["app", APART])("the log of a school placed in %s", (placement) => {
  let school: TestSchool;
  let other: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const found = async (input: Parameters<typeof listEventsInput.parse>[0]) =>
    (await listEvents(admin(), listEventsInput.parse(input))).rows.map(({ action }) => action);

  beforeAll(async () => {
    school = await makeSchool(urls.operator, placement);
    other = await makeSchool(urls.operator, placement);
    const day = (text: string) => new Date(text);
    await log(school, [
      // Eleven at night in Caracas is the next day in UTC.
      { action: "user.exported", createdAt: day("2026-03-01T02:59:59.999Z") },
      { action: "class.created", createdAt: day("2026-03-01T04:00:00Z"), subjectName: "Inglés 5.º B" },
      { action: "class.updated", createdAt: day("2026-03-02T03:59:59Z"), subjectId: school.classes.led },
      { action: "class.archived", createdAt: day("2026-03-02T04:00:00Z") },
      { action: "platform.entered", createdAt: day("2026-04-01T12:00:00Z"), actorUserId: null },
      {
        action: "invitation.sent",
        createdAt: day("2026-04-02T12:00:00Z"),
        actorUserId: null,
        actorAccountId: null,
        actorName: "Homeroom",
      },
      { action: "account.signed_in", createdAt: day("2026-04-03T12:00:00Z") },
      { action: "classy.never", createdAt: day("2026-04-04T12:00:00Z") },
    ]);
    await log(other, [{ action: "class.created", subjectName: "Secret of the neighbour" }]);
  });

  test("is told the newest first, page by page, each event once, though many have one instant", async () => {
    const busy = await makeSchool(urls.operator, placement);
    const instant = new Date("2026-01-01T00:00:00.123Z");
    const ids = await log(
      busy,
      Array.from({ length: 7 }, () => ({ createdAt: instant })),
    );
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const input = listEventsInput.parse({ limit: 3, cursor });
      const page = await listEvents(busy.actor(busy.people.ORG_ADMIN), input);
      expect(page.from).toBe(seen.length + 1);
      seen.push(...page.rows.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids.toSorted().reverse());
    expect(await found({})).toEqual([
      "classy.never",
      "account.signed_in",
      "invitation.sent",
      "platform.entered",
      "class.archived",
      "class.updated",
      "class.created",
      "user.exported",
    ]);
  });

  test("is filtered by who, by kind, by record and by words", async () => {
    expect(await found({ actor: "system" })).toEqual(["invitation.sent"]);
    expect(await found({ actor: "platform" })).toEqual(["platform.entered"]);
    expect(await found({ actor: school.people.COACH.id })).toEqual([]);
    expect(await found({ actor: school.people.ORG_ADMIN.id })).toHaveLength(6);
    expect(await found({ kinds: ["classes"] })).toEqual(["class.archived", "class.updated", "class.created"]);
    expect(await found({ kinds: ["people", "platform"] })).toEqual(["platform.entered", "user.exported"]);
    expect(await found({ subjectId: school.classes.led })).toEqual(["class.updated"]);
    expect(await found({ search: "ingles 5" })).toEqual(["class.created"]);
    expect(await found({ search: "INGLÉS olivia nanez" })).toEqual(["class.created"]);
    expect(await found({ search: "neighbour" })).toEqual([]);
    expect(await found({ search: "100%" })).toEqual([]);
  });

  test("counts days by the school's clock", async () => {
    expect(await found({ from: "2026-03-01", to: "2026-03-01" })).toEqual(["class.updated", "class.created"]);
    expect(await found({ from: "2026-02-28", to: "2026-02-28" })).toEqual(["user.exported"]);
    await asOperator(urls.operator, ({ db }) =>
      db.insert(organizationSettings).values({
        organizationId: school.id,
        key: "region.timeZone",
        value: "UTC",
        isPublic: true,
      }),
    );
    expect(await found({ from: "2026-03-01", to: "2026-03-01" })).toEqual(["class.created", "user.exported"]);
    const now = await makeSchool(urls.operator, placement);
    await log(now, [
      { action: "class.created", createdAt: new Date(Date.now() - 31 * 86_400_000) },
      { action: "class.updated", createdAt: new Date(Date.now() - 6.01 * 86_400_000) },
      { action: "class.archived" },
    ]);
    const during = async (period: "today" | "7d" | "30d") =>
      (await listEvents(now.actor(now.people.ORG_ADMIN), listEventsInput.parse({ period }))).rows.length;
    expect(await during("today")).toBe(1);
    expect(await during("30d")).toBe(2);
  });

  test("tells the last changes without who came and went", async () => {
    const last = await recentEvents(admin(), { limit: 3 });
    expect(last.map(({ action }) => action)).toEqual(["classy.never", "invitation.sent", "platform.entered"]);
    expect(last.map(({ actorKind }) => actorKind)).toEqual(["person", "system", "platform"]);
  });

  test("keeps where an event came from, and its names, for its details; and secrets for nobody", async () => {
    const [id = ""] = await log(school, [
      {
        createdAt: new Date("2026-01-01T00:00:00Z"),
        ipAddress: "203.0.113.9",
        before: { coached: [{ classId: school.classes.led, isLead: true }], passwordHash: "argon" },
        after: { userId: school.people.COACH.id, token: "abc", count: 2, from: other.people.COACH.id },
      },
    ]);
    const [listed] = (await listEvents(admin(), listEventsInput.parse({ to: "2026-01-01" }))).rows;
    expect(listed).not.toHaveProperty("ipAddress");
    expect(listed?.after).toEqual({
      userId: school.people.COACH.id,
      token: MASKED,
      count: 2,
      from: other.people.COACH.id,
    });
    const event = await getEvent(admin(), { id });
    expect(event).toMatchObject({ id, ipAddress: "203.0.113.9" });
    expect(event.before).toEqual({
      coached: [{ classId: school.classes.led, isLead: true }],
      passwordHash: MASKED,
    });
    expect(event.names).toEqual({
      [school.classes.led]: expect.stringMatching(/^Led/),
      [school.people.COACH.id]: school.people.COACH.name,
    });
    const foreign = getEvent(other.actor(other.people.ORG_ADMIN), { id });
    expect(await refusal(foreign)).toMatchObject({ kind: "not_found", key: "notFound" });
  });

  test("leaves the school as a file, which is an event itself", async () => {
    const { rows, isCut } = await exportEvents(admin(), auditFilterSchema.parse({ kinds: ["classes"] }));
    expect(rows.map(({ action }) => action)).toContain("class.created");
    expect(rows.every(({ action }) => action.startsWith("class."))).toBe(true);
    expect(rows[0]).toHaveProperty("ipAddress");
    expect(isCut).toBe(false);
    const told = await eventsAbout(urls.operator, school, school.id);
    expect(told.at(-1)).toMatchObject({ action: "audit.exported", after: { count: rows.length } });
  });

  test("offers those who have left among who may have done something", async () => {
    const small = await makeSchool(urls.operator, placement);
    const actor = small.actor(small.people.ORG_ADMIN);
    await removeUsers(actor, { ids: [small.people.PARENT.id] });
    const all = await findActors(actor, { search: "" });
    expect(all.map(({ id }) => id).sort()).toEqual(
      Object.values(small.people)
        .map(({ id }) => id)
        .sort(),
    );
    const [gone, ...rest] = await findActors(actor, { search: small.people.PARENT.name });
    expect(rest).toEqual([]);
    expect(gone?.leftAt).toBeInstanceOf(Date);
    expect(await findActors(actor, { search: school.people.COACH.email })).toEqual([]);
  });
});
