import { beforeAll, describe, expect, test } from "vitest";
import { onPlatform } from "@/db/scope";
import { listPlatformEventsInput, platformAuditFilterSchema } from "@/domain/audit";
import { sealAll, write } from "../../../../tests/audit/logbook";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { getEvent } from "./get-event";
import {
  exportPlatformEvents,
  findAuditedSchools,
  findPlatformActors,
  getPlatformEvent,
  listPlatformEvents,
} from "./platform-events";
import { recordPlatformEvents } from "./record-event";

const { urls } = await useTestDatabase();

let master: TestSchool;
let guest: TestSchool;
const admin = () => ({ ...master.actor(master.people.ADMIN), userAgent: "Firefox/140.0" });
const listed = async (input: Parameters<typeof listPlatformEventsInput.parse>[0]) =>
  (await listPlatformEvents(admin(), listPlatformEventsInput.parse(input))).rows;

beforeAll(async () => {
  master = await makeSchool(urls.operator);
  guest = await makeSchool(urls.operator, APART);
  await write(master, 2, "Chess");
  await write(guest, 3, "Robotics");
  await onPlatform(admin(), (tx) =>
    recordPlatformEvents(tx, null, [
      {
        action: "organization.purged",
        subject: { type: "organization", id: guest.id, name: "Of another time" },
      },
    ]),
  );
});

describe("the log of the platform", () => {
  test("has the events of every school and its own, each once, page by page", async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listPlatformEvents(admin(), listPlatformEventsInput.parse({ limit: 2, cursor }));
      expect(page.from).toBe(seen.length + 1);
      seen.push(...page.rows.map(({ subjectName }) => subjectName));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(["Of another time", "Robotics 2", "Robotics 1", "Robotics 0", "Chess 1", "Chess 0"]);
    const [own, theirs] = await listed({ limit: 2 });
    expect(own?.school).toBeNull();
    expect(theirs?.school).toMatchObject({ id: guest.id, name: expect.stringMatching(/^School/) });
  });

  test("is filtered by school, by person, by kind, by day and by words", async () => {
    expect(await listed({ school: guest.id })).toHaveLength(3);
    expect((await listed({ school: "platform" })).map(({ action }) => action)).toEqual([
      "organization.purged",
    ]);
    expect(await listed({ actor: master.people.ORG_ADMIN.id })).toHaveLength(2);
    expect(await listed({ actor: "platform" })).toHaveLength(0);
    expect(await listed({ kinds: ["classes"] })).toHaveLength(5);
    expect(await listed({ search: "chess" })).toHaveLength(2);
    expect(await listed({ school: guest.id, subjectId: master.classes.led })).toHaveLength(0);
    expect(await listed({ to: "2020-01-01" })).toHaveLength(0);
    expect(await listed({ period: "today" })).toHaveLength(6);
  });

  test("offers people with their school, and schools", async () => {
    const all = await findPlatformActors(admin(), { search: "" });
    expect(all).toHaveLength(10);
    const [found, ...others] = await findPlatformActors(admin(), { search: guest.people.COACH.email });
    expect(found).toMatchObject({ id: guest.people.COACH.id, school: expect.stringMatching(/^School/) });
    expect(others).toEqual([]);
    expect(await findPlatformActors(admin(), { search: "", school: guest.id })).toHaveLength(5);
    expect(await findAuditedSchools(admin(), { search: guest.slug })).toMatchObject([{ id: guest.id }]);
    expect(await findAuditedSchools(admin(), { search: "", id: master.id })).toMatchObject([
      { slug: master.slug },
    ]);
  });

  test("tells of one event where it came from, and its place in its chain once it is sealed", async () => {
    const [own, theirs] = await listed({ limit: 2 });
    const detail = (id = "") => getPlatformEvent(admin(), { id });
    expect(await detail(own?.id)).toMatchObject({
      via: "web",
      userAgent: "Firefox/140.0",
      onBehalfOf: "",
      school: null,
      sealPosition: null,
      sealedAt: null,
    });
    await sealAll();
    expect(await detail(own?.id)).toMatchObject({ sealPosition: 1, sealedAt: expect.any(Date) });
    expect(await detail(theirs?.id)).toMatchObject({ sealPosition: 3, school: { id: guest.id } });
    const inSchool = (school: TestSchool) =>
      getEvent(school.actor(school.people.ORG_ADMIN), { id: theirs?.id ?? "" });
    expect(await inSchool(guest)).toMatchObject({ sealPosition: 3, sealedAt: expect.any(Date), via: "web" });
    expect(await refusal(inSchool(master))).toMatchObject({ kind: "not_found" });
    expect(await refusal(detail(guest.id))).toMatchObject({ kind: "not_found" });
  });

  test("leaves as a file, which the platform's own log tells", async () => {
    const { rows, isCut } = await exportPlatformEvents(admin(), platformAuditFilterSchema.parse({}));
    expect(rows).toHaveLength(6);
    expect(isCut).toBe(false);
    expect(rows[0]).toMatchObject({ school: null, userAgent: "Firefox/140.0", sealPosition: 1 });
    expect(await listed({ school: "platform", kinds: ["views"] })).toMatchObject([
      { action: "audit.exported", after: { count: 6 }, actorName: master.people.ADMIN.name },
    ]);
  });
});
