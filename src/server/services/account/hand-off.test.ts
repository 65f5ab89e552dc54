import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handOffs, sessions } from "@/db/schema/core/accounts";
import { organizations } from "@/db/schema/core/organizations";
import { createToken, hashToken } from "@/lib/tokens";
import { findAtPlace, findSession } from "@/server/auth/session";
import { enterOrganization } from "@/server/services/organization";
import {
  enter,
  makePerson,
  newEmail,
  operator,
  PASSWORD,
  peopleDatabase,
  refusal,
  VISITOR,
} from "../../../../tests/support/people";
import { beginHandOff, bindHandOff, openHandOff, revokeAllSessions, signIn, takeHandOff } from ".";

await peopleDatabase();

const schools = await operator(({ db }) => db.select().from(organizations));
const home = schools.find(({ isDefault }) => isDefault);
const other = schools.find(({ isDefault }) => !isDefault);
if (!home || !other) throw new Error("the demo has two schools");

const at = (slug: string) => ({ kind: "slug", slug }) as const;

/** Somebody signed in at the platform's address, and the secret of their browser. */
async function arriving(given: Parameters<typeof makePerson>[0] = {}) {
  const person = await makePerson(given);
  const { who, claims } = await enter(person.email);
  const { token: binding, hash } = createToken();
  return { person, who, claims, binding, hash };
}

test("leads the same browser to one's own school, once", async () => {
  const { who, binding, hash, person } = await arriving();
  const way = await beginHandOff(who, hash);
  expect(way?.address).toMatchObject({ slug: home.slug });
  const token = way?.token ?? "";
  expect(await openHandOff(token, home.id)).toEqual({ name: person.name, email: person.email });
  const taken = await Promise.all(
    Array.from({ length: 8 }, () => takeHandOff({ token, binding, organizationId: home.id }, VISITOR)),
  );
  const [arrival, ...more] = taken.filter(({ state }) => state === "in");
  expect(more).toEqual([]);
  if (arrival?.state !== "in") throw new Error("nobody arrived");
  expect((await findAtPlace(at(home.slug), arrival)).session?.account.email).toBe(person.email);
  expect((await findAtPlace(at(other.slug), arrival)).session).toBeUndefined();
  expect(await findSession(arrival)).toBeUndefined();
  expect(await refusal(openHandOff(token, home.id))).toMatchObject({ kind: "not_found" });
});

test("asks any other browser first, and is of no use at another school or after its minute", async () => {
  const { who, hash } = await arriving();
  const token = (await beginHandOff(who, hash))?.token ?? "";
  const take = (organizationId: string, binding?: string, isConfirmed?: boolean) =>
    takeHandOff({ token, binding, organizationId }, VISITOR, isConfirmed);
  expect(await take(other.id, undefined, true)).toEqual({ state: "gone" });
  expect(await refusal(openHandOff(token, other.id))).toMatchObject({ kind: "not_found" });
  expect(await take(home.id)).toEqual({ state: "ask" });
  expect(await take(home.id, createToken().token)).toEqual({ state: "ask" });
  expect(await take(home.id, undefined, true)).toMatchObject({ state: "in" });

  const late = (await beginHandOff(who, hash))?.token ?? "";
  await operator(({ db }) =>
    db
      .update(handOffs)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(handOffs.tokenHash, hashToken(late))),
  );
  const gone = { token: late, binding: undefined, organizationId: home.id };
  expect(await takeHandOff(gone, VISITOR, true)).toEqual({ state: "gone" });
  expect(await takeHandOff({ ...gone, token: "x" }, VISITOR, true)).toEqual({ state: "gone" });
});

test("keeps as long as the session it comes from, and ends with all of them", async () => {
  const { person, who, hash, binding } = await arriving();
  const hours = async (token: string) => {
    const arrival = await takeHandOff({ token, binding, organizationId: home.id }, VISITOR);
    if (arrival.state !== "in") return undefined;
    const [row] = await operator(({ db }) =>
      db.select().from(sessions).where(eq(sessions.id, arrival.sessionId)),
    );
    expect(row?.organizationId).toBe(home.id);
    return Math.round(((row?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000);
  };
  expect(await hours((await beginHandOff(who, hash))?.token ?? "")).toBe(12);
  const kept = await signIn({ email: person.email, password: PASSWORD, keepSignedIn: true }, VISITOR);
  const session = await findSession(kept);
  if (!session) throw new Error("no session");
  expect(await hours((await beginHandOff({ session }, hash))?.token ?? "")).toBe(720);
  const open = (await beginHandOff(who, hash))?.token ?? "";
  await revokeAllSessions(who);
  expect(await hours(open)).toBeUndefined();
});

test("leads nowhere without a school, nor into one that was left meanwhile", async () => {
  const { who, hash } = await arriving({ member: false });
  expect(await beginHandOff(who, hash)).toBeUndefined();
});

test("takes an administrator's visit along, for their own browser alone", async () => {
  const { who, claims, hash, binding } = await arriving({ role: "ADMIN" });
  if (!who.actor) throw new Error("no actor");
  const visit = { organizationId: other.id, reason: "A look around", readOnly: true, minutes: 30 };
  const { url } = await enterOrganization(who.actor, who.session.id, visit, "platform");
  const token = new URLSearchParams(url.slice(url.indexOf("?"))).get("token") ?? "";
  const stranger = await arriving({ role: "ADMIN" });
  expect(await bindHandOff(stranger.who, token, stranger.hash)).toBeUndefined();
  expect(await bindHandOff(who, token, hash)).toMatchObject({ address: { slug: other.slug } });
  expect(await bindHandOff(who, token, stranger.hash)).toBeUndefined();
  const arrival = await takeHandOff({ token, binding, organizationId: other.id }, VISITOR);
  if (arrival.state !== "in") throw new Error("nobody arrived");
  expect(arrival.visit).toMatchObject({ readOnly: true, from: "platform" });
  const { session } = await findAtPlace(at(other.slug), arrival);
  expect(session?.entered).toMatchObject({ organization: { id: other.id }, readOnly: true });
  expect((await findSession(claims))?.entered).toBeNull();
});

test("at a school's address its members alone sign in, and others read what a wrong password reads", async () => {
  const person = await makePerson();
  const attempt = (email: string, password: string, organizationId: string) =>
    signIn({ email, password }, VISITOR, "browser", organizationId);
  const wrong = await refusal(attempt(person.email, "not the password", home.id));
  expect(await refusal(attempt(person.email, PASSWORD, other.id))).toEqual(wrong);
  expect(await refusal(attempt(newEmail(), PASSWORD, home.id))).toEqual(wrong);
  const admin = await makePerson({ role: "ADMIN" });
  expect(await refusal(attempt(admin.email, PASSWORD, other.id))).toEqual(wrong);
  const claims = await attempt(person.email, PASSWORD, home.id);
  expect((await findAtPlace(at(home.slug), claims)).session?.account.email).toBe(person.email);
  const [row] = await operator(({ db }) =>
    db
      .select()
      .from(sessions)
      .where(eq(sessions.accountId, person.accountId))
      .orderBy(desc(sessions.createdAt)),
  );
  expect(row?.organizationId).toBe(home.id);
});
