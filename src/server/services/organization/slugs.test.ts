import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asOperator } from "@/db/operator";
import { organizationSlugs, organizations } from "@/db/schema/core/organizations";
import { changeSlugInput, MAX_SLUGS } from "@/domain/organization";
import { newId } from "@/lib/ids";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { eventsAbout } from "../../../../tests/support/look";
import { refusal } from "../../../../tests/support/people";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { getPublicSchool } from "./get-public-school";
import { getSettings } from "./get-settings";
import { changeSlug, checkSlug } from "./slugs";

const { urls } = await useTestDatabase();
const fresh = () => `colegio-${newId().slice(-12)}`;
const adminOf = (school: TestSchool) => school.actor(school.people.ORG_ADMIN);

describe.each(["app", APART])("the address of a school placed in %s", (placement) => {
  let school: TestSchool;
  let other: TestSchool;
  beforeAll(async () => {
    await makeSchool(urls.operator);
  });
  beforeEach(async () => {
    school = await makeSchool(urls.operator, placement);
    other = await makeSchool(urls.operator);
  });

  const check = (slug: string) => checkSlug(adminOf(school), { slug });
  const change = (slug: string, by = school) => changeSlug(adminOf(by), { slug });
  const takenBy = (slug: string) => refusal(change(slug));
  const taken = (slug: string) => ({ kind: "conflict", key: "slug.taken", field: "slug", values: { slug } });
  const leadsTo = async (slug: string) => (await getPublicSchool({ slug })).slug;

  test("is checked as it is typed", async () => {
    const slug = fresh();
    expect(await check(`  ${slug.toUpperCase()} `)).toEqual({ slug, state: "free" });
    expect(await check(school.slug)).toEqual({ slug: school.slug, state: "yours" });
    expect(await check(other.slug)).toEqual({ slug: other.slug, state: "taken" });
    expect(await check("admin")).toEqual({ slug: "admin", state: "reserved" });
    expect(await check("")).toMatchObject({ state: "malformed", reason: "slug.tooShort" });
    expect(await check("ávila")).toMatchObject({ state: "malformed", reason: "slug.invalid" });
    expect(await check("a".repeat(64))).toMatchObject({ state: "malformed", reason: "slug.tooLong" });
  });

  test("changes; the old one leads there, is never another's, and can be taken again", async () => {
    const [first, second] = [school.slug, fresh()];
    await change(second);
    expect(await leadsTo(second)).toBe(second);
    expect(await leadsTo(first)).toBe(second);
    expect(await refusal(change(first, other))).toEqual(taken(first));
    expect(await check(first)).toMatchObject({ state: "yours" });
    expect((await getSettings(adminOf(school))).oldSlugs).toMatchObject([{ slug: first }]);

    await change(first);
    expect(await leadsTo(second)).toBe(first);
    expect((await getSettings(adminOf(school))).oldSlugs.map(({ slug }) => slug)).toEqual([second]);
    const events = await eventsAbout(urls.operator, school, school.id);
    expect(events.map(({ action, before, after }) => [action, before, after])).toEqual([
      ["organization.slug_changed", { slug: first }, { slug: second }],
      ["organization.slug_changed", { slug: second }, { slug: first }],
    ]);
  });

  test("stays as it is where it is already, without an event", async () => {
    await change(school.slug);
    expect(await eventsAbout(urls.operator, school, school.id)).toEqual([]);
  });

  test("is not taken from another school, neither the present one nor one of old", async () => {
    const theirs = other.slug;
    expect(await takenBy(theirs)).toEqual(taken(theirs));
    await change(fresh(), other);
    expect(await takenBy(theirs)).toEqual(taken(theirs));
    expect(await leadsTo(school.slug)).toBe(school.slug);
  });

  test("goes to one of two schools that want it at once", async () => {
    const rivals = [school, other, await makeSchool(urls.operator), await makeSchool(urls.operator, APART)];
    const slug = fresh();
    const outcomes = await Promise.allSettled(rivals.map((rival) => change(slug, rival)));
    const won = outcomes.flatMap(({ status }, index) => (status === "fulfilled" ? [rivals[index]?.id] : []));
    expect(won).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ key: "slug.taken" });
    const holders = await asOperator(urls.operator, ({ db }) =>
      db.select({ id: organizations.id }).from(organizations).where(eq(organizations.slug, slug)),
    );
    expect(holders.map(({ id }) => id)).toEqual(won);
  });

  test("has an end of changes, so that nobody collects names", async () => {
    await asOperator(urls.operator, ({ db }) =>
      db
        .insert(organizationSlugs)
        .values(Array.from({ length: MAX_SLUGS - 1 }, () => ({ slug: fresh(), organizationId: school.id }))),
    );
    const refused = { key: "slug.tooMany", values: { max: MAX_SLUGS } };
    expect(await takenBy(fresh())).toMatchObject(refused);
    expect(await leadsTo(school.slug)).toBe(school.slug);
  });

  test("is asked for only so often", async () => {
    const asks = await Promise.allSettled(Array.from({ length: 70 }, () => check(fresh())));
    const refused = asks.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(10);
    for (const ask of refused) expect(ask).toMatchObject({ reason: { key: "tooManyAttempts" } });
    expect(await checkSlug(adminOf(other), { slug: fresh() })).toMatchObject({ state: "free" });
  });

  test("of a school that is not open, or that nobody has, leads nowhere", async () => {
    const nowhere = { kind: "not_found", key: "notFound" };
    for (const slug of [fresh(), "", "..", "x'; drop table core.organizations --", school.slug.toUpperCase()])
      expect(await refusal(getPublicSchool({ slug })), slug).toMatchObject(nowhere);
    for (const status of ["suspended", "inactive"] as const) {
      await asOperator(urls.operator, ({ db }) =>
        db.update(organizations).set({ status }).where(eq(organizations.id, school.id)),
      );
      expect(await refusal(getPublicSchool({ slug: school.slug }))).toMatchObject(nowhere);
    }
  });
});

test("what cannot be an address is refused before anything is asked", () => {
  const problem = (slug: string) => changeSlugInput.safeParse({ slug }).error?.issues[0]?.message;
  expect(["www", "a", "-x-", "1234", "ñandú"].map(problem)).toEqual([
    "slug.reserved",
    "slug.tooShort",
    "slug.invalid",
    "slug.invalid",
    "slug.invalid",
  ]);
});
