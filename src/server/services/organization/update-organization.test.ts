import { beforeEach, describe, expect, test } from "vitest";
import { updateOrganizationInput } from "@/domain/organization";
import { DEFAULT_SETTINGS } from "@/domain/setting-list";
import { DomainError } from "@/server/errors";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout } from "../../../../tests/support/look";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { settingRows } from "../../../../tests/support/settings";
import { getSettings } from "./get-settings";
import { updateOrganization } from "./update-organization";

const { urls } = await useTestDatabase();
await makeSchool(urls.operator);

type Input = Parameters<typeof updateOrganizationInput.parse>[0];

describe.each(["app", APART])("a school placed in %s", (placement) => {
  let school: TestSchool;
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const save = (input: Input, actor = admin()) =>
    updateOrganization(actor, updateOrganizationInput.parse(input));
  const fields = async () => (await getSettings(admin())).fields;
  const events = () => eventsAbout(urls.operator, school, school.id);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  /** The fields that a save was refused for. */
  async function staleOf(attempt: Promise<unknown>) {
    const error = await attempt.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof DomainError)) throw new Error(`expected a refusal, got ${String(error)}`);
    expect([error.kind, error.key]).toEqual(["conflict", "organization.stale"]);
    return error.stale;
  }

  test("keeps its settings as rows, public ones marked, and says who set them", async () => {
    await save({ settings: { "branding.motto": " Saber ", "invitations.days": 21 } });
    const rows = await settingRows(urls.operator, school);
    expect([...rows.values()]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: "branding.motto", value: "Saber", isPublic: true }),
        expect.objectContaining({ key: "invitations.days", value: 21, isPublic: false }),
      ]),
    );
    expect(rows.size).toBe(2);
    const settings = await getSettings(admin());
    expect(settings.fields).toMatchObject({
      ...DEFAULT_SETTINGS,
      "branding.motto": "Saber",
      "invitations.days": 21,
    });
    expect(settings.changes["branding.motto"]).toMatchObject({ by: school.people.ORG_ADMIN.name });
  });

  test("writes down what changed, and nothing else", async () => {
    await save({ name: "Liceo", settings: { "branding.motto": "A", "region.weekStart": "monday" } });
    await save({ name: "Liceo", settings: { "branding.motto": "B" } });
    await save({ name: "Liceo", description: "", settings: { "branding.motto": "B" } });
    expect((await events()).map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      {
        action: "organization.updated",
        before: { name: expect.stringMatching(/^School/), "branding.motto": "" },
        after: { name: "Liceo", "branding.motto": "A" },
      },
      { action: "organization.updated", before: { "branding.motto": "A" }, after: { "branding.motto": "B" } },
    ]);
  });

  test("goes back to a default by forgetting the row", async () => {
    await save({ settings: { "invitations.days": 21, "invitations.coachRoles": [] } });
    await save({ reset: ["invitations.days"] });
    expect([...(await settingRows(urls.operator, school)).keys()]).toEqual(["invitations.coachRoles"]);
    expect((await fields())["invitations.days"]).toBe(14);
    expect((await events()).at(-1)).toMatchObject({
      before: { "invitations.days": 21 },
      after: { "invitations.days": 14 },
    });
  });

  describe("saved by two people at once", () => {
    let other: ReturnType<TestSchool["actor"]>;
    beforeEach(async () => {
      other = school.actor(
        await addMember(urls.operator, school, { role: "ORG_ADMIN", name: "Beatriz Gil" }),
      );
    });

    test("the second is told both versions, with who and when, and nothing of theirs is written", async () => {
      const base = { name: (await fields()).name, settings: { "branding.motto": "" } };
      await save({ settings: { "branding.motto": "Theirs" }, base }, other);
      await save({ name: "Renamed by them", base }, other);
      const stale = await staleOf(
        save({
          name: "Mine",
          description: "Mine too",
          settings: { "branding.motto": "Mine" },
          base: { ...base, description: "" },
        }),
      );
      expect(stale).toEqual([
        { field: "name", theirs: "Renamed by them", by: "Beatriz Gil", at: expect.any(Date) },
        { field: "branding.motto", theirs: "Theirs", by: "Beatriz Gil", at: expect.any(Date) },
      ]);
      expect(await fields()).toMatchObject({
        name: "Renamed by them",
        description: "",
        "branding.motto": "Theirs",
      });
      expect(await events()).toHaveLength(2);
    });

    test("and their choice is saved once they have seen it", async () => {
      await save({ settings: { "branding.motto": "Theirs" } }, other);
      const again = {
        settings: { "branding.motto": "Mine" },
        base: { settings: { "branding.motto": "Theirs" } },
      };
      await save(again);
      expect(await fields()).toMatchObject({ "branding.motto": "Mine" });
    });

    test("different fields do not come in each other's way, nor does the same value", async () => {
      const base = { settings: { "branding.motto": "", "contact.phone": "" } };
      await save({ settings: { "branding.motto": "Same" } }, other);
      await save({ settings: { "branding.motto": "Same", "contact.phone": "+58 241 555 0100" }, base });
      expect(await fields()).toMatchObject({ "branding.motto": "Same", "contact.phone": "+58 241 555 0100" });
    });

    test("a setting that went back to its default is told too", async () => {
      await save({ settings: { "invitations.days": 21 } });
      await save({ reset: ["invitations.days"] }, other);
      const stale = await staleOf(
        save({ settings: { "invitations.days": 30 }, base: { settings: { "invitations.days": 21 } } }),
      );
      expect(stale).toMatchObject([{ field: "invitations.days", theirs: 14, by: "Beatriz Gil" }]);
    });

    test("in the same moment, one is saved and the other is told", async () => {
      const base = { settings: { "branding.motto": "" } };
      const outcomes = await Promise.allSettled(
        Array.from({ length: 8 }, (_, index) =>
          save({ settings: { "branding.motto": `Writer ${index}` }, base }, index % 2 ? admin() : other),
        ),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === "rejected")
          expect(outcome.reason).toMatchObject({ key: "organization.stale" });
      expect(await events()).toHaveLength(1);
    });
  });
});
