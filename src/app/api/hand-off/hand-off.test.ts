import { expect, test, vi } from "vitest";
import { sessionCookie } from "@/server/auth/cookies";
import { createContext } from "@/server/context";
import { createCaller } from "@/server/root";
import { useTestDatabase } from "../../../../tests/support/database";
import { makeSchool, type TestPerson } from "../../../../tests/support/schools";
import { openSession } from "../../../../tests/support/sessions";
import { POST as arriveByForm, GET as arriveByLink } from "./arrive/route";
import { GET as goBack } from "./back/route";
import { GET as begin } from "./route";

vi.stubEnv("APP_URL", "https://homeroom.example");
vi.stubEnv("APP_DOMAIN", "homeroom.example");

const { urls } = await useTestDatabase();
const master = await makeSchool(urls.operator);
const school = await makeSchool(urls.operator);
const APEX = "homeroom.example";
const hostOf = ({ slug }: { slug: string }) => `${slug}.homeroom.example`;

type Route = (request: Request) => Promise<Response>;

async function ask(route: Route, url: string, cookie = "") {
  const { host } = new URL(url);
  const answer = await route(new Request(url, { headers: { host, cookie } }));
  return {
    location: answer.headers.get("location") ?? "",
    cookies: answer.headers.getSetCookie(),
    pairs: answer.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; "),
  };
}

async function signedInAtApex(person: TestPerson): Promise<string> {
  return (await sessionCookie(await openSession(urls.operator, person))).split(";")[0] ?? "";
}

test("who is signed in at the platform arrives at their school, by the browser that went", async () => {
  const cookie = await signedInAtApex(school.people.COACH);
  const sent = await ask(begin, `https://${APEX}/api/hand-off?to=%2Fcoach%3Fx%3D1`, cookie);
  expect(sent.location).toMatch(new RegExp(`^https://${hostOf(school)}/api/hand-off/arrive\\?token=`));
  expect(sent.cookies).toEqual([
    expect.stringMatching(
      /^homeroom\.hand-off=[\w-]{43}; .*HttpOnly; SameSite=Lax; Domain=homeroom\.example; Secure$/,
    ),
  ]);
  const stranger = await ask(arriveByLink, sent.location);
  expect([stranger.location.split("?")[0], stranger.cookies]).toEqual(["/arrive", []]);
  const arrived = await ask(arriveByLink, sent.location, sent.pairs);
  expect(arrived.location).toBe("/coach?x=1");
  expect(arrived.cookies).toEqual([expect.stringMatching(/^__Host-homeroom\.session=.*; Path=\/; /)]);
  expect(arrived.cookies[0]).not.toContain("Domain");
  const there = await createContext(new Headers({ host: hostOf(school), cookie: arrived.pairs }));
  expect(there.actor).toMatchObject({ organizationId: school.id, role: "COACH" });
  expect((await ask(arriveByLink, sent.location, sent.pairs)).location).toBe(
    "/sign-in?callbackUrl=%2Fcoach%3Fx%3D1",
  );
});

test("leads to no other site, and a form of another site nowhere", async () => {
  const cookie = await signedInAtApex(school.people.COACH);
  const evil = encodeURIComponent("//evil.example");
  const sent = await ask(begin, `https://${APEX}/api/hand-off?to=${evil}`, cookie);
  expect(new URL(sent.location).searchParams.get("to")).toBe("/");
  const { host, searchParams } = new URL(sent.location);
  const post = (origin: string) =>
    arriveByForm(
      new Request(`https://${host}/api/hand-off/arrive`, {
        method: "POST",
        headers: { host, origin },
        body: new URLSearchParams({ token: searchParams.get("token") ?? "", to: "https://evil.example" }),
      }),
    );
  expect((await post("https://evil.example")).status).toBe(403);
  const answer = await post(`https://${host}`);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
  expect((await ask(begin, `https://${APEX}/api/hand-off`)).location).toBe("/sign-in?callbackUrl=%2F");
});

test.each([
  [APEX, null, "https://homeroom.example/"],
  [hostOf(master), master.id, `https://${hostOf(master)}/admin`],
])("a visit that begins at %s is taken along, and leads back there", async (from, organizationId, back) => {
  const claims = await openSession(urls.operator, master.people.ADMIN, organizationId);
  const cookie = (await sessionCookie(claims)).split(";")[0] ?? "";
  const context = await createContext(new Headers({ host: from, cookie }));
  const visit = { organizationId: school.id, reason: "A look around" };
  const { url } = await createCaller(context).platform.enterOrganization(visit);
  const sent = await ask(begin, `https://${from}${url}`, cookie);
  const arrived = await ask(arriveByLink, sent.location, sent.pairs);
  expect(arrived.location).toBe("/org-admin");
  const there = await createContext(new Headers({ host: hostOf(school), cookie: arrived.pairs }));
  expect(there.actor).toMatchObject({ organizationId: school.id, readOnly: true });
  await createCaller(there).platform.leaveOrganization();
  const left = await createContext(new Headers({ host: hostOf(school), cookie: arrived.pairs }));
  expect(left.session).toBeUndefined();
  const home = await ask(goBack, `https://${hostOf(school)}/api/hand-off/back`, arrived.pairs);
  expect(home.location).toBe(back);
  expect((await createContext(new Headers({ host: from, cookie }))).session).toBeDefined();
});
