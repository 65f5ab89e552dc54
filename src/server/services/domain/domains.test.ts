import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { asOperator } from "@/db/operator";
import { auditEvents } from "@/db/schema/core/audit";
import { addDomainInput, MAX_DOMAINS } from "@/domain/own-domain";
import { newId } from "@/lib/ids";
import { schoolUrl } from "@/server/tenancy/school-url";
import { APART } from "../../../../tests/support/cluster";
import { useTestDatabase } from "../../../../tests/support/database";
import { startNameServer } from "../../../../tests/support/name-server";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { addDomain, listDomains, makePrimary, removeDomain, verifyDomain } from ".";

// On real PostgreSQL, and a real name server on this machine.

const names = await startNameServer();
afterAll(names.close);
const { records } = names;
vi.stubEnv("DNS_SERVERS", names.address);
vi.stubEnv("APP_URL", "https://homeroom.example");
vi.stubEnv("APP_DOMAIN", "homeroom.example");

const { urls } = await useTestDatabase();
const newHost = () => `d${newId()}.edu.ve`;

describe.each(["app", APART])("the domains of a school placed in %s", (placement) => {
  let school: TestSchool;
  let other: TestSchool;
  beforeAll(async () => {
    await makeSchool(urls.operator);
    school = await makeSchool(urls.operator, placement);
    other = await makeSchool(urls.operator);
  });
  const admin = () => school.actor(school.people.ORG_ADMIN);
  const find = async (host: string) =>
    (await listDomains(admin())).domains.find((domain) => domain.host === host);

  test("come into use by their record, and not before", async () => {
    const { host } = await addDomain(admin(), { host: newHost() });
    const added = await find(host);
    expect(added).toMatchObject({ isPrimary: false, checkedAt: null, verifiedAt: null });
    expect(added?.record.name).toBe(`_homeroom.${host}`);
    const name = added?.record.name ?? "";

    expect(await verifyDomain(admin(), { host })).toEqual({ state: "absent" });
    await expect(makePrimary(admin(), { host })).rejects.toMatchObject({ key: "domain.notVerified" });
    records.set(name, ["something else"]);
    expect(await verifyDomain(admin(), { host })).toEqual({ state: "other" });
    expect(await find(host)).toMatchObject({ checkedAt: expect.any(Date), verifiedAt: null });
    records.set(name, ["v=spf1 -all", added?.record.value ?? ""]);
    expect(await verifyDomain(admin(), { host })).toEqual({ state: "verified" });
    // It stays the school's though the record goes.
    records.delete(name);
    expect(await verifyDomain(admin(), { host })).toEqual({ state: "verified" });

    await makePrimary(admin(), { host });
    const second = newHost();
    await addDomain(admin(), { host: second });
    records.set(`_homeroom.${second}`, [(await find(second))?.record.value ?? ""]);
    await verifyDomain(admin(), { host: second });
    await makePrimary(admin(), { host: second });
    expect([(await find(host))?.isPrimary, (await find(second))?.isPrimary]).toEqual([false, true]);
    expect(schoolUrl({ slug: school.slug, isMaster: false, domain: second }, "/x")).toBe(
      `https://${second}/x`,
    );

    await removeDomain(admin(), { host: second });
    expect(await find(second)).toBeUndefined();
    const events = await asOperator(urls.operator, ({ db }) =>
      db
        .select({ action: auditEvents.action })
        .from(auditEvents)
        .where(eq(auditEvents.organizationId, school.id))
        .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
        .limit(8),
    );
    expect(events.map(({ action }) => action.replace("organization.domain_", ""))).toEqual(
      ["added", "verified", "primary", "added", "verified", "primary", "removed"].reverse(),
    );
  });

  test("are one school's each, and no other school sees them", async () => {
    const { host } = await addDomain(admin(), { host: newHost() });
    const theirs = other.actor(other.people.ORG_ADMIN);
    await expect(verifyDomain(theirs, { host })).rejects.toMatchObject({ kind: "not_found" });
    await expect(removeDomain(theirs, { host })).rejects.toMatchObject({ kind: "not_found" });
    await addDomain(theirs, { host });
    const token = async (actor: typeof theirs) =>
      (await listDomains(actor)).domains.find((domain) => domain.host === host)?.record.value ?? "";
    records.set(`_homeroom.${host}`, [await token(theirs), await token(admin())]);
    expect(await verifyDomain(theirs, { host })).toEqual({ state: "verified" });
    await expect(verifyDomain(admin(), { host })).rejects.toMatchObject({ key: "domain.taken" });
  });

  test("are so many and no more, one written twice counting once", async () => {
    const { domains } = await listDomains(admin());
    const first = newHost();
    await addDomain(admin(), { host: first });
    await addDomain(admin(), { host: first });
    for (let count = domains.length + 1; count < MAX_DOMAINS; count++)
      await addDomain(admin(), { host: newHost() });
    await expect(addDomain(admin(), { host: newHost() })).rejects.toMatchObject({ key: "domain.tooMany" });
    await addDomain(admin(), { host: first });
  });
});

test.each(["homeroom.example", "www.homeroom.example", "a.b.homeroom.example"])(
  "the platform's %s is nobody's own",
  async (host) => {
    const school = await makeSchool(urls.operator);
    await expect(addDomain(school.actor(school.people.ORG_ADMIN), { host })).rejects.toMatchObject({
      key: "domain.ofPlatform",
    });
  },
);

test.each([
  ["Campus.Escuela.EDU.ve", "campus.escuela.edu.ve"],
  [" https://campus.escuela.edu.ve/inicio?x=1 ", "campus.escuela.edu.ve"],
  ["campus.escuela.edu.ve.", "campus.escuela.edu.ve"],
  ["campus.ñandú.edu.ve", "campus.xn--and-6ma2c.edu.ve"],
  ["localhost", undefined],
  ["10.0.0.1", undefined],
  ["[::1]", undefined],
  ["escuela", undefined],
  ["a@b.edu.ve", undefined],
  [`${"a".repeat(64)}.edu.ve`, undefined],
  ["", undefined],
])("%j is read as %s", (typed, host) => {
  expect(addDomainInput.safeParse({ host: typed }).data?.host).toBe(host);
});
