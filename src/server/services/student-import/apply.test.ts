import { beforeEach, describe, expect, test } from "vitest";
import clean from "../../../../tests/fixtures/matricula-215.expected.json";
import dirty from "../../../../tests/fixtures/matricula-dirty-300.expected.json";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import {
  checkedImport,
  doneImport,
  recordsOf,
  takeBackImport,
} from "../../../../tests/support/student-imports";
import { getImport } from "./get-import";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("an import into a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const records = () => recordsOf(urls.operator, school);
  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("takes all of the clean file in, changes nothing the second time, and goes without a trace", async () => {
    const id = await doneImport(admin(), "matricula-215.xls");
    const done = await getImport(admin(), { id });
    expect(done).toMatchObject({
      ...{ state: "done", failure: null, progress: { done: 215, total: 215 } },
      counts: { total: 215, created: 215, updated: 0, error: 0, keptFields: 0 },
    });
    const first = await records();
    expect(first.students).toHaveLength(215);
    expect(first.guardians).toHaveLength(360);
    expect(first.links).toHaveLength(clean.representativeLinks);
    expect(first.statuses).toHaveLength(215);
    expect(new Set(first.links.flatMap((l) => (l.type === "primary" ? [l.guardianId] : []))).size).toBe(
      clean.families,
    );
    expect(first.links.filter(({ isPrimaryContact }) => isPrimaryContact)).toHaveLength(215);
    expect(first.links.filter(({ mayPickUp }) => mayPickUp)).toHaveLength(215);
    expect(first.links.some(({ declared }) => Object.keys(declared).length > 0)).toBe(true);
    expect(first.authorized).toHaveLength(155 + 62);

    const again = await checkedImport(admin(), "matricula-215.xls");
    expect((await getImport(admin(), { id: again })).counts).toMatchObject({
      ...{ total: 215, new: 0, changed: 0, unchanged: 215, error: 0, fields: 0, conflicts: 0 },
    });
    await doneImport(admin(), "matricula-215.xls");
    expect(await records()).toEqual(first);

    const undone = await takeBackImport(admin(), id);
    expect(undone).toMatchObject({ state: "undone", counts: { keptAtUndo: 0 } });
    const none = await records();
    expect(Object.values(none).flat()).toEqual([]);
    const events = await eventsAbout(urls.operator, school, id);
    expect(events.map(({ action }) => action)).toEqual([
      ...["import.uploaded", "import.check_asked", "import.checked", "import.started", "import.applied"],
      ...["import.undo_started", "import.undone"],
    ]);
  });

  test("takes the good rows of the dirty file in", async () => {
    const id = await doneImport(admin(), "matricula-dirty-300.xls");
    expect(await getImport(admin(), { id })).toMatchObject({
      state: "done",
      counts: { total: 298, created: 290, error: 8, links: dirty.representativeLinks },
    });
    const found = await records();
    expect(found.students).toHaveLength(290);
    expect(found.links).toHaveLength(dirty.representativeLinks);
    const again = await checkedImport(admin(), "matricula-dirty-300.xls");
    expect((await getImport(admin(), { id: again })).counts).toMatchObject({ unchanged: 290, error: 8 });
  });
});
