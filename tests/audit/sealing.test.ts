import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { startSealing } from "@/server/sealing";
import { sealEvents, verifyChains } from "@/server/services/audit";
import { APART } from "../support/cluster";
import { useTestDatabase } from "../support/database";
import { makeSchool, type TestSchool } from "../support/schools";
import { SYSTEM, sealAll, sealsOf, tamper, write } from "./logbook";

const { urls } = await useTestDatabase();

let school: TestSchool;
let apart: TestSchool;
beforeAll(async () => {
  school = await makeSchool(urls.operator);
  apart = await makeSchool(urls.operator, APART);
});

const waiting = async () =>
  (
    await tamper<{ count: number }>(
      urls.operator,
      sql`select count(*)::int as count from core.audit_unsealed`,
    )
  )[0]?.count;

describe("sealing", () => {
  test("gives each school's events their places from 1 on, in the order of their writing", async () => {
    for (const count of [1, 3, 2]) await write(school, count);
    await write(apart, 2);
    expect(await waiting()).toBe(8);
    await sealAll();
    expect(await waiting()).toBe(0);
    expect((await sealsOf(urls.operator, school)).map(({ position }) => position)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    const inOrder = await tamper<{ id: string }>(
      urls.operator,
      sql`select id from core.audit_events where organization_id = ${school.id} order by created_at, id`,
    );
    expect((await sealsOf(urls.operator, school)).map((it) => it.event_id)).toEqual(
      inOrder.map(({ id }) => id),
    );
    expect(await sealsOf(urls.operator, apart)).toHaveLength(2);
    expect(await verifyChains(SYSTEM)).toEqual({ chains: 2, events: 8, faults: [] });
  });

  test("leaves no gap and takes no event twice where many seal at once while writers write", async () => {
    const writers = Array.from({ length: 12 }, (_, index) => write(index % 2 ? school : apart, 40));
    const sealers = Array.from({ length: 6 }, async () => {
      for (let round = 0; round < 8; round += 1) await sealEvents(SYSTEM);
    });
    const looks = verifyChains(SYSTEM);
    await Promise.all([...writers, ...sealers]);
    expect((await looks).faults).toEqual([]);
    await sealAll();
    for (const each of [school, apart]) {
      const seals = await sealsOf(urls.operator, each);
      expect(seals.map(({ position }) => position)).toEqual(seals.map((_, index) => index + 1));
      expect(new Set(seals.map((it) => it.event_id)).size).toBe(seals.length);
    }
    expect(await verifyChains(SYSTEM)).toEqual({ chains: 2, events: 8 + 480, faults: [] });
  });

  test("is done within seconds of ten thousand events by the loop, which ends in order", async () => {
    await write(school, 10_000);
    const started = Date.now();
    const loop = startSealing();
    await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 10_000, interval: 100 });
    expect(Date.now() - started).toBeLessThan(10_000);
    await loop.stop();
    // It may have ended between recording where the chains end and sealing that.
    await sealAll();
    await write(apart, 1);
    expect(await waiting()).toBe(1);
    const { chains, faults } = await verifyChains(SYSTEM);
    // The loop has recorded where the chains end.
    expect({ chains, faults }).toEqual({ chains: 3, faults: [] });
  });
});
