import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { asOperator } from "@/db/operator";
import { sessions } from "@/db/schema/core/accounts";
import { organizationDomains } from "@/db/schema/core/domains";
import { organizationSlugs, organizations } from "@/db/schema/core/organizations";
import type { OrganizationStatus } from "@/domain/roles";
import { newId } from "@/lib/ids";
import { APART } from "../../../tests/support/cluster";
import { useTestDatabase } from "../../../tests/support/database";
import { makeSchool, type TestPerson, type TestSchool } from "../../../tests/support/schools";
import { sessionCookie } from "../auth/cookies";
import { type Context, createContext } from "../context";
import { createCaller } from "../root";
import { doorOf } from "./door";

vi.stubEnv("APP_URL", "https://homeroom.example");
vi.stubEnv("APP_DOMAIN", "homeroom.example");

const { urls } = await useTestDatabase();
const HOUR = 3_600_000;

let master: TestSchool;
let near: TestSchool;
let apart: TestSchool;

beforeAll(async () => {
  master = await makeSchool(urls.operator);
  near = await makeSchool(urls.operator);
  apart = await makeSchool(urls.operator, APART);
});

const hostOf = ({ slug }: TestSchool) => `${slug}.homeroom.example`;

/** The cookie of a session that was opened at this school's address, or at the platform's. */
async function cookieOf(
  { accountId }: TestPerson,
  organizationId: string | null,
  visit?: { readOnly: boolean },
): Promise<string> {
  const sessionId = newId();
  const until = new Date(Date.now() + HOUR);
  await asOperator(urls.operator, ({ db }) =>
    db.insert(sessions).values({
      ...{ id: sessionId, accountId, organizationId, expiresAt: until },
      ...(visit && {
        enteredOrganizationId: organizationId,
        enteredUntil: until,
        enteredReadOnly: visit.readOnly,
        enteredReason: "A look around",
      }),
    }),
  );
  return (await sessionCookie({ sessionId, accountId })).split(";")[0] ?? "";
}

function ask(host: string, cookie = "", more: Record<string, string> = {}): Promise<Context> {
  return createContext(new Headers({ host, cookie, ...more }));
}

function setStatus({ id }: TestSchool, status: OrganizationStatus) {
  return asOperator(urls.operator, ({ db }) =>
    db.update(organizations).set({ status }).where(eq(organizations.id, id)),
  );
}

describe.each([
  ["shared", () => near],
  ["apart", () => apart],
])("a school that is %s", (_, schoolOf) => {
  test("is found by its host, in any spelling, and sees itself alone", async () => {
    const school = schoolOf();
    const cookie = await cookieOf(school.people.ORG_ADMIN, school.id);
    for (const host of [hostOf(school), `${hostOf(school).toUpperCase()}.:443`]) {
      const context = await ask(host, cookie);
      expect(context.place).toMatchObject({ kind: "school", school: { id: school.id } });
      expect(context.actor).toMatchObject({ organizationId: school.id, placement: school.placement });
    }
    const seen = await createCaller(await ask(hostOf(school), cookie)).user.list({ limit: 100 });
    const emails = seen.rows.map(({ email }) => email);
    expect(emails).toContain(school.people.STUDENT.email);
    expect(emails).not.toContain(master.people.STUDENT.email);
  });

  test("takes no session of another address, and gives none of its own away", async () => {
    const school = schoolOf();
    const own = await cookieOf(school.people.ORG_ADMIN, school.id);
    const atApex = await cookieOf(school.people.ORG_ADMIN, null);
    const foreign = await cookieOf(master.people.ORG_ADMIN, master.id);
    const forged = await cookieOf(master.people.ORG_ADMIN, school.id);
    for (const [host, cookie] of [
      [hostOf(master), own],
      ["homeroom.example", own],
      [hostOf(school), atApex],
      [hostOf(school), foreign],
      [hostOf(school), forged],
    ] as const)
      expect((await ask(host, cookie)).session, host).toBeUndefined();
    expect((await ask(hostOf(school), own)).session).toBeDefined();
    expect((await ask("homeroom.example", atApex)).actor).toMatchObject({ organizationId: school.id });
  });

  test("is shown to no forged header", async () => {
    const school = schoolOf();
    const cookie = await cookieOf(master.people.ORG_ADMIN, master.id);
    const forged = {
      "x-forwarded-host": hostOf(school),
      "x-organization-id": school.id,
      "x-tenant": school.slug,
      forwarded: `host=${hostOf(school)}`,
    };
    expect((await ask(hostOf(master), cookie, forged)).actor).toMatchObject({ organizationId: master.id });
    expect((await ask("evil.test", cookie, forged)).place.kind).toBe("unknown");
  });

  test("is closed while it is suspended, but for who visits it, and comes back whole", async () => {
    const school = schoolOf();
    const headers = (cookie = "") => new Headers({ host: hostOf(school), cookie });
    const own = await cookieOf(school.people.ORG_ADMIN, school.id);
    const visitor = await cookieOf(master.people.ADMIN, school.id, { readOnly: true });
    for (const status of ["suspended", "inactive", "provisioning"] as const) {
      await setStatus(school, status);
      expect(await doorOf(headers(own), "/org-admin")).toMatchObject({ state: status });
      expect((await ask(hostOf(school), own)).session).toBeUndefined();
      await expect(createCaller(await ask(hostOf(school))).account.signedOutSchool()).rejects.toMatchObject({
        code: "SERVICE_UNAVAILABLE",
      });
      const isOpen = status === "suspended";
      expect((await doorOf(headers(visitor), "/org-admin")).state).toBe(isOpen ? "open" : status);
      expect((await ask(hostOf(school), visitor)).session !== undefined).toBe(isOpen);
    }
    await setStatus(school, "active");
    expect(await doorOf(headers(own), "/org-admin")).toEqual({ state: "open" });
    expect((await ask(hostOf(school), own)).actor).toMatchObject({ organizationId: school.id });
  });

  test("is visited at its own address, as its admin who may only look", async () => {
    const school = schoolOf();
    const cookie = await cookieOf(master.people.ADMIN, school.id, { readOnly: true });
    expect((await ask(hostOf(school), cookie)).actor).toMatchObject({
      organizationId: school.id,
      role: "ORG_ADMIN",
      userId: null,
      readOnly: true,
    });
    const coach = await cookieOf(master.people.COACH, school.id, { readOnly: true });
    expect((await ask(hostOf(school), coach)).session).toBeUndefined();
  });
});

test("an old slug leads to the present address, and carries over who is signed in", async () => {
  const school = await makeSchool(urls.operator);
  const old = `old-${school.slug}`;
  await asOperator(urls.operator, ({ db }) =>
    db.insert(organizationSlugs).values({ slug: old, organizationId: school.id }),
  );
  const host = `${old}.homeroom.example`;
  const cookie = await cookieOf(school.people.COACH, school.id);
  expect(await doorOf(new Headers({ host }), "/coach?x=1")).toEqual({
    state: "moved",
    url: `https://${hostOf(school)}/coach?x=1`,
    isForGood: true,
  });
  expect(await doorOf(new Headers({ host, cookie }), "/coach?x=1")).toEqual({
    state: "moved",
    url: `https://${host}/api/hand-off?to=%2Fcoach%3Fx%3D1`,
    isForGood: false,
  });
  expect(await doorOf(new Headers({ host, cookie }), "/api/trpc/class.list")).toEqual({ state: "open" });
  const byPage = new Headers({ host, cookie, "sec-fetch-mode": "cors" });
  expect(await doorOf(byPage, "/coach?_rsc=1")).toEqual({ state: "open" });
  expect((await ask(host, cookie)).actor).toMatchObject({ organizationId: school.id });
});

test("a school's own domain leads to it once it is verified", async () => {
  const school = await makeSchool(urls.operator);
  const host = `${newId()}.edu.ve`;
  const own = { organizationId: school.id, host };
  await asOperator(urls.operator, ({ db }) => db.insert(organizationDomains).values({ ...own, token: "x" }));
  expect(await doorOf(new Headers({ host }), "/")).toEqual({ state: "missing" });
  await asOperator(urls.operator, ({ db }) =>
    db.update(organizationDomains).set({ verifiedAt: new Date() }).where(eq(organizationDomains.host, host)),
  );
  expect(await doorOf(new Headers({ host }), "/")).toEqual({ state: "open" });
  expect((await ask(host, await cookieOf(school.people.PARENT, school.id))).actor).toMatchObject({
    organizationId: school.id,
  });
});

test("there is nothing at an address that no school has", async () => {
  for (const host of ["nobody.homeroom.example", "a.b.homeroom.example", "10.0.0.1", "evil.test"]) {
    expect(await doorOf(new Headers({ host }), "/")).toEqual({ state: "missing" });
    const caller = createCaller(await ask(host));
    await expect(caller.account.signedOutSchool()).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  expect(await doorOf(new Headers({ host: "homeroom.example" }), "/")).toEqual({ state: "open" });
});
