import { beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { createViewInput, MAX_SAVED_VIEWS, updateViewInput } from "@/domain/saved-view";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { addMember, eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestPerson, type TestSchool } from "../../../../tests/support/schools";
import { createView, removeView, updateView } from "./change-views";
import { listViews } from "./list-views";

const { urls } = await useTestDatabase();

describe.each(["app", APART])("views of lists of a school placed in %s", (placement) => {
  let school: TestSchool;
  const by = (person: TestPerson) => school.actor(person);
  const admin = () => by(school.people.ORG_ADMIN);
  const coach = () => by(school.people.COACH);
  const view = (given: Partial<z.input<typeof createViewInput>> = {}) =>
    createViewInput.parse({ screen: "classes", name: "Full ones", query: "seats=full", ...given });
  const names = async (actor = admin(), screen: "classes" | "users" = "classes") =>
    (await listViews(actor, { screen })).map(({ name }) => name);

  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
  });

  test("are one's own, and behind them those that the school shares", async () => {
    const helper = await addMember(urls.operator, school, { role: "COACH" });
    const { id } = await createView(coach(), view({ name: "Zeta", isShared: true }));
    await createView(coach(), view({ name: "Alpha" }));
    await createView(admin(), view({ name: "Mine" }));
    await createView(admin(), view({ name: "Of people", screen: "users", isShared: true }));
    expect(await listViews(coach(), { screen: "classes" })).toEqual([
      expect.objectContaining({ name: "Alpha", isOwn: true, isShared: false, mayEdit: true }),
      {
        id,
        name: "Zeta",
        query: "seats=full",
        isShared: true,
        isOwn: true,
        ownerName: school.people.COACH.name,
        mayEdit: true,
      },
    ]);
    expect(await listViews(by(helper), { screen: "classes" })).toMatchObject([
      { name: "Zeta", isOwn: false, mayEdit: false },
    ]);
    expect(await listViews(admin(), { screen: "classes" })).toMatchObject([
      { name: "Mine", isOwn: true },
      { name: "Zeta", isOwn: false, mayEdit: true },
    ]);
    expect(await names(admin(), "users")).toEqual(["Of people"]);
    expect(await names(coach(), "users")).toEqual([]);
    const neighbour = await makeSchool(urls.operator, placement);
    expect(await names(neighbour.actor(neighbour.people.ORG_ADMIN))).toEqual([]);
    // A visitor of the platform sees what is shared, and keeps none.
    const visitor = { ...admin(), userId: null };
    expect(await names(visitor)).toEqual(["Zeta"]);
    expect(await refusal(createView(visitor, view()))).toMatchObject({ kind: "forbidden" });
    expect(await refusal(createView(coach(), view({ screen: "users" })))).toMatchObject({
      kind: "forbidden",
    });
  });

  test("are changed and deleted by their owner, and by admins where they are shared", async () => {
    const helper = by(await addMember(urls.operator, school, { role: "COACH" }));
    const { id } = await createView(coach(), view());
    const absent = await refusal(updateView(admin(), { id: newId(), name: "New" }));
    expect(absent).toMatchObject({ kind: "not_found", key: "notFound" });
    for (const actor of [admin(), helper]) {
      expect(await refusal(updateView(actor, { id, name: "New" }))).toEqual(absent);
      expect(await refusal(removeView(actor, { id }))).toEqual(absent);
    }
    await updateView(coach(), { id, isShared: true });
    expect(await refusal(updateView(helper, { id, name: "New" }))).toMatchObject({ kind: "forbidden" });
    expect(await refusal(removeView(helper, { id }))).toMatchObject({ kind: "forbidden" });
    await updateView(admin(), { id, name: "Of all", query: "seats=over" });
    expect(await listViews(helper, { screen: "classes" })).toMatchObject([
      { name: "Of all", query: "seats=over", ownerName: school.people.COACH.name },
    ]);
    await removeView(admin(), { id });
    expect(await names(coach())).toEqual([]);
    expect(await eventsAbout(urls.operator, school, id)).toMatchObject([
      { action: "view.created", after: { screen: "classes", query: "seats=full", isShared: false } },
      { action: "view.updated", before: { isShared: false }, after: { isShared: true } },
      { action: "view.updated", before: { name: "Full ones" }, after: { name: "Of all" } },
      { action: "view.removed", subjectName: "Of all" },
    ]);
    const neighbour = await makeSchool(urls.operator, placement);
    const theirs = await createView(neighbour.actor(neighbour.people.ORG_ADMIN), view({ isShared: true }));
    expect(await refusal(updateView(admin(), { id: theirs.id, name: "Ours" }))).toEqual(absent);
  });

  test("have a name that no other one of a person's has, and an end", async () => {
    const taken = { kind: "conflict", key: "view.nameTaken", field: "name", values: { name: "FÚLL ones" } };
    const { id } = await createView(coach(), view());
    expect(await refusal(createView(coach(), view({ name: "FÚLL ones" })))).toEqual(taken);
    await createView(admin(), view());
    await createView(admin(), view({ screen: "users" }));
    await createView(coach(), view({ name: "Other" }));
    expect(await refusal(updateView(coach(), { id, name: "other" }))).toMatchObject({
      key: "view.nameTaken",
    });
    const more = Array.from({ length: MAX_SAVED_VIEWS }, (_, n) => view({ name: `View ${n}` }));
    const made = await Promise.allSettled(more.map((one) => createView(coach(), one)));
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(MAX_SAVED_VIEWS - 2);
    expect(await refusal(createView(coach(), view({ name: "One more" })))).toEqual({
      kind: "conflict",
      key: "view.tooMany",
      field: undefined,
      values: { max: MAX_SAVED_VIEWS },
    });
    expect(await names(coach())).toHaveLength(MAX_SAVED_VIEWS);
  });
});

test("a view keeps what the list shows, and not where one is in it", () => {
  const kept = (query: string) => updateViewInput.parse({ id: newId(), query }).query;
  expect(kept("?q=%C3%A1vila+b&role=COACH,PARENT&after=abc&trail=a,b&person=x&pages=y")).toBe(
    "q=%C3%A1vila+b&role=COACH,PARENT",
  );
  expect(kept('state=active&<script>=1&x="y"&https://evil.example/?a=b&#hash&z')).toBe("state=active");
  expect(kept("")).toBe("");
  expect(() => kept(`q=${"x".repeat(2_000)}`)).toThrow("view.queryTooLong");
});
