import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { onPlatform } from "@/db/scope";
import { NIL_UUID, newId } from "@/lib/ids";
import { platformHead, recordHeads, recordPlatformEvents, verifyChains } from "@/server/services/audit";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { makeSchool, type TestSchool } from "../support/schools";
import { SYSTEM, sealAll, sealsOf, tamper, write } from "./logbook";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("the chain of a school placed in %s", (placement) => {
  let school: TestSchool;
  /** Ids of its events by their places; there is none at 0. */
  let events: string[];

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    await write(school, 8);
    await write(school, 2);
    await sealAll();
    events = ["", ...(await sealsOf(urls.operator, school)).map((it) => it.event_id)];
    expect(await faults()).toEqual([]);
  });

  const faults = async () => {
    const verdict = await verifyChains(SYSTEM, { chain: school.id });
    expect(verdict.chains).toBe(1);
    return verdict.faults.map(({ chain: _, ...fault }) => fault);
  };
  const seals = sql`core.audit_seals`;
  const here = () => sql`chain = ${school.id}::uuid`;

  test.each([
    ["action", sql`action = 'class.archived'`],
    ["actor_name", sql`actor_name = 'Somebody else'`],
    ["a value that it kept", sql`after = '{"capacity": 9}'`],
    ["an emptied value", sql`before = null`],
    ["the time by a microsecond", sql`created_at = created_at + interval '1 microsecond'`],
    ["the address", sql`ip_address = '203.0.113.1'`],
    ["the door", sql`via = 'cli'`],
  ])("tells an event whose %s was edited", async (_, change) => {
    const id = events[4] ?? "";
    await tamper(urls.operator, sql`update core.audit_events set ${change} where id = ${id}`);
    expect(await faults()).toEqual([{ position: 4, eventId: id, fault: "edited" }]);
  });

  test("tells an event that was given to another school in both chains", async () => {
    const other = await makeSchool(urls.operator, placement);
    const id = events[4] ?? "";
    await tamper(
      urls.operator,
      sql`update core.audit_events set organization_id = ${other.id} where id = ${id}`,
    );
    expect(await faults()).toEqual([{ position: 4, eventId: id, fault: "edited" }]);
    expect((await verifyChains(SYSTEM, { chain: other.id })).faults).toEqual([
      { chain: other.id, position: null, eventId: id, fault: "extra" },
    ]);
  });

  test("tells a seal that was written over, and that alone", async () => {
    await tamper(
      urls.operator,
      sql`update ${seals} set hash = repeat('a', 64) where ${here()} and position = 4`,
    );
    expect(await faults()).toEqual([{ position: 4, eventId: events[4], fault: "edited" }]);
  });

  test("tells an event that was removed, with its seal and without", async () => {
    await tamper(urls.operator, sql`delete from core.audit_events where id in (${events[3]}, ${events[6]})`);
    await tamper(urls.operator, sql`delete from ${seals} where ${here()} and position = 6`);
    expect(await faults()).toEqual([
      { position: 3, eventId: events[3], fault: "missing" },
      { position: 6, eventId: null, fault: "missing" },
    ]);
  });

  test("tells two events that were swapped in their seals", async () => {
    const hold = (position: number, eventId: string | undefined) =>
      tamper(
        urls.operator,
        sql`update ${seals} set event_id = ${eventId} where ${here()} and position = ${position}`,
      );
    await hold(3, newId());
    await hold(4, events[3]);
    await hold(3, events[4]);
    expect(await faults()).toEqual([
      { position: 3, eventId: events[4], fault: "reordered" },
      { position: 4, eventId: events[3], fault: "reordered" },
    ]);
  });

  test("tells two events that were swapped with their seals", async () => {
    const move = (eventId: string | undefined, position: number) =>
      tamper(
        urls.operator,
        sql`update ${seals} set position = ${position} where ${here()} and event_id = ${eventId}`,
      );
    await move(events[2], 1_000);
    await move(events[7], 2);
    await move(events[2], 7);
    const moved = await faults();
    expect(moved.every(({ fault }) => fault === "reordered")).toBe(true);
    expect(moved.map(({ position }) => position)).toEqual(expect.arrayContaining([2, 7]));
  });

  test("tells an event that was put in past the application, and one that waits too long", async () => {
    const [put, late] = [newId(), newId()];
    const insert = (id: string) => sql`
      insert into core.audit_events (id, organization_id, actor_name, action, subject_type, created_at)
      values (${id}, ${school.id}, 'Olivia', 'class.created', 'class', now() - interval '6 minutes')`;
    await tamper(urls.operator, insert(put));
    await tamper(urls.operator, insert(late));
    await tamper(
      urls.operator,
      sql`insert into core.audit_unsealed (event_id, organization_id, created_at)
        values (${late}, ${school.id}, now() - interval '6 minutes')`,
    );
    await write(school, 1);
    expect(await faults()).toEqual([
      { position: null, eventId: put, fault: "extra" },
      { position: null, eventId: late, fault: "unsealed-too-long" },
    ]);
    await tamper(urls.operator, sql`delete from core.audit_events where id in (${put}, ${late})`);
    expect(await faults()).toEqual([{ position: null, eventId: late, fault: "missing" }]);
  });

  test("tells a tail that was cut off, also when the chain has grown again or was made anew", async () => {
    expect(await recordHeads(SYSTEM, { now: true })).toMatchObject({ count: expect.any(Number) });
    await sealAll();
    await tamper(urls.operator, sql`delete from ${seals} where ${here()} and position > 8`);
    await tamper(urls.operator, sql`delete from core.audit_events where id in (${events[9]}, ${events[10]})`);
    expect(await faults()).toEqual([{ position: 10, eventId: null, fault: "cut" }]);
    await write(school, 4, "After");
    await sealAll();
    await recordHeads(SYSTEM, { now: true });
    expect(await faults()).toEqual([{ position: 10, eventId: null, fault: "edited" }]);
    await tamper(urls.operator, sql`delete from core.audit_events where organization_id = ${school.id}`);
    await tamper(urls.operator, sql`delete from ${seals} where ${here()}`);
    expect(await faults()).toContainEqual({ position: 10, eventId: null, fault: "cut" });
  });
});

describe("the log of a school that is erased", () => {
  test("goes with it, as the platform's own log tells; what is left behind does not", async () => {
    const school = await makeSchool(urls.operator);
    await write(school, 3);
    await sealAll();
    await recordHeads(SYSTEM, { now: true });
    const tell = (action: string) =>
      onPlatform(SYSTEM, (tx) =>
        recordPlatformEvents(tx, null, [{ action, subject: { type: "organization", id: school.id } }]),
      );
    const faults = async () => (await verifyChains(SYSTEM)).faults.filter(({ chain }) => chain === school.id);
    await tell("organization.purge_started");
    const here = sql`chain = ${school.id}::uuid`;
    await tamper(urls.operator, sql`delete from core.audit_seals where ${here} and position < 3`);
    expect(await faults()).toEqual([]);
    await tell("organization.purged");
    expect((await faults()).map(({ fault }) => fault)).toContain("missing");
    await tamper(urls.operator, sql`delete from core.audit_seals where ${here}`);
    await tamper(urls.operator, sql`delete from core.audit_events where organization_id = ${school.id}`);
    expect(await faults()).toEqual([]);
  });
});

describe("the platform's own chain", () => {
  test("is held against where it ended when it was last looked at", async () => {
    await sealAll();
    const end = await platformHead(SYSTEM);
    if (!end) throw new Error("no heads were recorded");
    const held = (head: typeof end) => verifyChains(SYSTEM, { chain: NIL_UUID, head });
    expect((await held(end)).faults).toEqual([]);
    expect((await held({ ...end, hash: "0".repeat(64) })).faults).toMatchObject([{ fault: "edited" }]);
    await tamper(
      urls.operator,
      sql`with cut as (delete from core.audit_seals where chain = ${NIL_UUID}::uuid and position = ${end.position}
        returning event_id) delete from core.audit_events event using cut where event.id = cut.event_id`,
    );
    expect((await verifyChains(SYSTEM, { chain: NIL_UUID })).faults).toEqual([]);
    expect((await held(end)).faults).toEqual([
      { chain: NIL_UUID, position: end.position, eventId: null, fault: "cut" },
    ]);
  });
});
