import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { asOperator } from "@/db/operator";
import { accountPasswords, accounts } from "@/db/schema/core/accounts";
import { auditEvents } from "@/db/schema/core/audit";
import { provisionings, schoolInvitations } from "@/db/schema/core/onboarding";
import { organizationSettings, organizationSlugs, organizations } from "@/db/schema/core/organizations";
import { users } from "@/db/schema/core/users";
import { DEFAULT_GRADES } from "@/domain/academics-list";
import { createClassInput } from "@/domain/class";
import { newId } from "@/lib/ids";
import { hashPassword } from "@/lib/password-hash";
import { createToken } from "@/lib/tokens";
import { actorOf, findSession } from "@/server/auth/session";
import { provisionSchool } from "@/server/operator/provision-school";
import { useTestDatabase } from "../../../../tests/support/database";
import { refusal, VISITOR } from "../../../../tests/support/people";
import {
  addSchoolInvitation,
  joinInput,
  schoolInvitationRow,
} from "../../../../tests/support/school-invitations";
import { makeSchool, type TestSchool } from "../../../../tests/support/schools";
import { getStructure } from "../academics";
import { signIn } from "../account";
import { createClass } from "../class";
import { acceptSchoolInvitation } from "./accept-school-invitation";
import { getJoinProgress } from "./get-join-progress";
import { openSchoolInvitation } from "./open-school-invitation";

const { urls } = await useTestDatabase();

let master: TestSchool;
beforeAll(async () => {
  master = await makeSchool(urls.operator);
});

const PLACES = [
  ["shared", false],
  ["apart", true],
] as const;

/** What a school has from its first day on. */
const BEGUN = {
  years: [{ name: "2026-2027", isCurrent: true }],
  grades: DEFAULT_GRADES.map(({ name }) => ({ name })),
  year: { terms: [{ name: "Lapso 1" }, { name: "Lapso 2" }, { name: "Lapso 3" }], sections: [] },
};

const invited = (given: Parameters<typeof addSchoolInvitation>[1] = {}) =>
  asOperator(urls.operator, (tx) => addSchoolInvitation(tx, given));

/** Everything that a school leaves in the control plane, by its first admin's address. */
function tracesOf(email: string, slug: string) {
  return asOperator(urls.operator, async ({ db }) => {
    const schools = await db.select().from(organizations).where(eq(organizations.slug, slug));
    const ids = schools.map(({ id }) => id);
    const ofSchools = ids.length > 0 ? ids : [newId()];
    return {
      schools,
      slugs: await db.select().from(organizationSlugs).where(eq(organizationSlugs.slug, slug)),
      accounts: await db.select().from(accounts).where(eq(accounts.email, email)),
      people: await db.select().from(users).where(eq(users.email, email)),
      settings: await db
        .select()
        .from(organizationSettings)
        .where(inArray(organizationSettings.organizationId, ofSchools)),
      events: await db
        .select()
        .from(auditEvents)
        .where(inArray(auditEvents.organizationId, ofSchools))
        .orderBy(auditEvents.id),
      provisionings: await db
        .select()
        .from(provisionings)
        .where(inArray(provisionings.organizationId, ofSchools)),
    };
  });
}

async function jobsOf(organizationId: string) {
  const owner = connect(urls.owner);
  try {
    return await owner`select identifier as task from graphile_worker._private_jobs jobs
      join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
      where payload->>'organizationId' = ${organizationId}`;
  } finally {
    await owner.end();
  }
}

/** As the owner, outside the application: what breaks a statement, and what mends it. */
async function asOwner(statement: string) {
  const owner = connect(urls.owner);
  await owner.unsafe(statement).finally(() => owner.end());
}

describe.each(PLACES)("an acceptance of a school placed %s", (place, placedApart) => {
  test("writes a whole school, and says of it what its page must show", async () => {
    const { id, token, email } = await invited({ placedApart, plan: "PRO" });
    const input = joinInput(token);
    const joined = await acceptSchoolInvitation(input, { ...VISITOR, ipAddress: "203.0.113.9" });
    expect(joined).toMatchObject({
      name: "Colegio Simón Rodríguez",
      slug: input.slug,
      email,
      signInUrl: `http://${input.slug}.localhost:3000/sign-in?email=${encodeURIComponent(email)}`,
      state: placedApart ? "queued" : "done",
    });
    const traces = await tracesOf(email, input.slug);
    const [school] = traces.schools;
    const [person] = traces.people;
    expect(school).toMatchObject({
      kind: "guest",
      masterId: master.id,
      plan: "PRO",
      status: placedApart ? "provisioning" : "active",
      isDefault: false,
    });
    expect(school?.placement).toMatch(placedApart ? /^school_colegio_[a-z0-9_]+$/ : /^app$/);
    expect(traces.slugs).toMatchObject([{ organizationId: school?.id }]);
    expect(person).toMatchObject({ organizationId: school?.id, role: "ORG_ADMIN", name: "Íngrid Sáez" });
    expect(traces.accounts[0]?.emailVerifiedAt).not.toBeNull();
    expect(Object.fromEntries(traces.settings.map(({ key, value }) => [key, value]))).toEqual({
      "branding.primaryColor": "#8c2f39",
      "branding.motto": "Inventamos o erramos",
      "region.locale": "es",
    });
    expect(traces.events.map(({ action, actorUserId }) => [action, actorUserId])).toEqual([
      ["organization.created", person?.id],
      ["user.created", person?.id],
    ]);
    expect(traces.events[0]).toMatchObject({
      ...{ ipAddress: "203.0.113.9", actorName: "Íngrid Sáez" },
      after: { year: "2026-2027" },
    });
    expect(traces.provisionings).toMatchObject(
      placedApart ? [{ placement: school?.placement, state: "queued", year: "2026-2027" }] : [],
    );
    expect(await jobsOf(school?.id ?? "")).toEqual(placedApart ? [{ task: "provision-school" }] : []);
    expect(await schoolInvitationRow(urls.operator, id)).toMatchObject({
      status: "accepted",
      organizationId: school?.id,
    });
    const [told] = await asOperator(urls.operator, ({ db }) =>
      db.select().from(auditEvents).where(eq(auditEvents.subjectId, id)),
    );
    expect(told).toMatchObject({
      action: "platform.school_joined",
      organizationId: null,
      after: { slug: input.slug },
    });
    expect(JSON.stringify([told, ...traces.events])).not.toContain(input.password);
  });

  test("pressed again answers the same school, whatever else is typed", async () => {
    const { token, email } = await invited({ placedApart });
    const input = joinInput(token);
    const first = await acceptSchoolInvitation(input, VISITOR);
    const again = joinInput(token, { schoolName: "Another", password: "something else 1" });
    expect(await acceptSchoolInvitation(again, VISITOR)).toEqual(first);
    expect(await getJoinProgress({ token })).toEqual(first);
    expect(await openSchoolInvitation({ token })).toMatchObject({ status: "accepted" });
    expect((await tracesOf(email, input.slug)).people).toHaveLength(1);
    expect((await tracesOf(email, again.slug)).schools).toEqual([]);
  });

  test(`of which 500 are made at once makes one school (${place})`, async () => {
    const { token, email } = await invited({ placedApart });
    const before = await asOperator(urls.operator, ({ db }) => db.$count(organizations));
    const attempts = Array.from({ length: 500 }, (_, index) =>
      acceptSchoolInvitation(joinInput(token, { name: `Press ${index}` }), VISITOR),
    );
    const answers = await Promise.all(attempts);
    expect(new Set(answers.map(({ slug }) => slug)).size).toBe(1);
    expect(await asOperator(urls.operator, ({ db }) => db.$count(organizations))).toBe(before + 1);
    const traces = await tracesOf(email, answers[0]?.slug ?? "");
    for (const rows of [traces.schools, traces.slugs, traces.accounts, traces.people])
      expect(rows).toHaveLength(1);
    expect(traces.settings).toHaveLength(3);
    expect(traces.events).toHaveLength(2);
    expect(await jobsOf(traces.schools[0]?.id ?? "")).toHaveLength(placedApart ? 1 : 0);
  }, 120_000);

  test("that breaks in the middle leaves nothing, and works when tried again", async () => {
    const { id, token, email } = await invited({ placedApart });
    const input = joinInput(token);
    // The last of what is written about the school's own settings, behind school, account and admin.
    await asOwner(`alter table core.organization_settings
      add constraint broken check (key <> 'region.locale') not valid`);
    await expect(acceptSchoolInvitation(input, VISITOR)).rejects.toThrow();
    const nothing = Object.values(await tracesOf(email, input.slug));
    expect(nothing.flat()).toEqual([]);
    expect(await schoolInvitationRow(urls.operator, id)).toMatchObject({
      status: "pending",
      organizationId: null,
    });
    await asOwner("alter table core.organization_settings drop constraint broken");
    expect(await acceptSchoolInvitation(input, VISITOR)).toMatchObject({ slug: input.slug });
  });
});

test("a school placed apart is opened by the operator's process, and its admin works in a schema of its own", async () => {
  const { token, email } = await invited({ placedApart: true });
  const input = joinInput(token);
  const { slug } = await acceptSchoolInvitation(input, VISITOR);
  const [school] = (await tracesOf(email, slug)).schools;
  const organizationId = school?.id ?? "";
  await provisionSchool(urls, { organizationId });
  expect(await getJoinProgress({ token })).toMatchObject({ state: "done" });
  const session = await findSession(await signIn({ email, password: input.password }, VISITOR));
  const actor = session && actorOf(session, VISITOR);
  if (!actor) throw new Error("no way in");
  expect(await getStructure(actor, {})).toMatchObject(BEGUN);
  await createClass(actor, createClassInput.parse({ name: "5.º A", leadId: actor.userId }));
  const rows = await asOperator(urls.operator, ({ db }) =>
    db.execute(sql.raw(`select name from "${school?.placement}".classes`)),
  );
  expect([...rows]).toEqual([{ name: "5.º A" }]);
});

test("the first admin signs in with the password, and has a school to work in", async () => {
  const { token, email } = await invited();
  const input = joinInput(token);
  await acceptSchoolInvitation(input, VISITOR);
  const session = await findSession(await signIn({ email, password: input.password }, VISITOR));
  expect(session).toMatchObject({
    user: { role: "ORG_ADMIN", status: "active" },
    organization: { slug: input.slug, status: "active" },
  });
  const actor = session && actorOf(session, VISITOR);
  expect(actor && (await getStructure(actor, {}))).toMatchObject(BEGUN);
});

describe("an address that has an account", () => {
  async function withAccount(member: boolean) {
    const email = `${newId()}@people.example`;
    const accountId = newId();
    const passwordHash = await hashPassword("Turpial azul 9");
    await asOperator(urls.operator, async ({ db }) => {
      await db
        .insert(accounts)
        .values({ id: accountId, email, name: "Zoraida Ávila", emailVerifiedAt: new Date() });
      await db.insert(accountPasswords).values({ accountId, passwordHash });
      if (member)
        await db.insert(users).values({
          organizationId: master.id,
          id: newId(),
          accountId,
          email,
          name: "Zoraida Ávila",
          sortKey: "zoraida avila",
          searchKey: " zoraida avila",
        });
    });
    return invited({ contactEmail: email });
  }

  test("gives its password, and keeps it and its name", async () => {
    const { token, email } = await withAccount(false);
    expect(await openSchoolInvitation({ token })).toMatchObject({ account: { has: "account" } });
    const input = joinInput(token, { name: "" });
    expect(await refusal(acceptSchoolInvitation(input, VISITOR))).toMatchObject({
      key: "invitation.wrongPassword",
      field: "password",
    });
    expect((await tracesOf(email, input.slug)).schools).toEqual([]);
    const right = { ...input, password: "Turpial azul 9" };
    expect(await acceptSchoolInvitation(right, VISITOR)).toMatchObject({ email });
    expect((await tracesOf(email, input.slug)).people).toMatchObject([{ name: "Zoraida Ávila" }]);
  });

  test("of a member of another school is told of the conflict, before and when accepting", async () => {
    const { token, email } = await withAccount(true);
    expect(await openSchoolInvitation({ token })).toMatchObject({
      account: { has: "place", school: expect.stringMatching(/^School/) },
    });
    const input = joinInput(token, { name: "", password: "Turpial azul 9" });
    expect(await refusal(acceptSchoolInvitation(input, VISITOR))).toMatchObject({
      kind: "conflict",
      key: "schoolInvitation.elsewhere",
    });
    expect((await tracesOf(email, input.slug)).schools).toEqual([]);
  });
});

test("a new address needs a name and a password by the rules", async () => {
  const { token } = await invited();
  expect(await refusal(acceptSchoolInvitation(joinInput(token, { name: "" }), VISITOR))).toMatchObject({
    key: "user.nameEmpty",
    field: "name",
  });
  const weak = joinInput(token, { password: "aaaaaaaa" });
  expect(await refusal(acceptSchoolInvitation(weak, VISITOR))).toMatchObject({ field: "password" });
});

test("a link that was withdrawn, is out of time or never was opens nothing", async () => {
  const past = new Date(Date.now() - 1_000);
  const revoked = await invited({ status: "revoked", closedAt: past });
  const expired = await invited({ expiresAt: past });
  expect(await openSchoolInvitation(revoked)).toMatchObject({ status: "revoked" });
  expect(await openSchoolInvitation(expired)).toMatchObject({ status: "expired" });
  const keyOf = async (token: string) =>
    (await refusal(acceptSchoolInvitation(joinInput(token), VISITOR))).key;
  expect(await keyOf(revoked.token)).toBe("schoolInvitation.revoked");
  expect(await keyOf(expired.token)).toBe("schoolInvitation.expired");
  expect(await keyOf(createToken().token)).toBe("notFound");
  const { tokenHash } = await schoolInvitationRow(urls.operator, expired.id);
  for (const stolen of [tokenHash ?? "", expired.id]) expect(await keyOf(stolen)).toBe("notFound");
  for (const { token } of [revoked, expired])
    expect(await refusal(getJoinProgress({ token }))).toMatchObject({ kind: "not_found" });
});

test("of two invitations that want one subdomain at once one gets it, and the other another", async () => {
  const [one, two] = [await invited(), await invited()];
  const slug = `wanted-${newId().slice(-8)}`;
  const settled = await Promise.allSettled(
    [one, two].map(({ token }) => acceptSchoolInvitation(joinInput(token, { slug }), VISITOR)),
  );
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = settled[0]?.status === "rejected" ? one : two;
  expect(await refusal(acceptSchoolInvitation(joinInput(lost.token, { slug }), VISITOR))).toMatchObject({
    key: "slug.taken",
    field: "slug",
  });
  expect((await tracesOf(lost.email, slug)).accounts).toEqual([]);
  expect(await acceptSchoolInvitation(joinInput(lost.token), VISITOR)).toMatchObject({ state: "done" });
});

test("how far a school's own schema is comes from what the operator's process has written", async () => {
  const { id, token } = await invited({ placedApart: true });
  await acceptSchoolInvitation(joinInput(token), VISITOR);
  const organizationId = (await schoolInvitationRow(urls.operator, id)).organizationId ?? "";
  const stateAfter = (change: Partial<typeof provisionings.$inferInsert>) =>
    asOperator(urls.operator, ({ db }) =>
      db.update(provisionings).set(change).where(eq(provisionings.organizationId, organizationId)),
    ).then(() => getJoinProgress({ token }));
  expect(await stateAfter({ state: "running", done: 1, total: 4 })).toMatchObject({
    state: "running",
    done: 1,
    total: 4,
  });
  expect(await stateAfter({ state: "failed", failure: "no room" })).toMatchObject({ state: "failed" });
  expect(JSON.stringify(await getJoinProgress({ token }))).not.toContain("no room");
  expect(await stateAfter({ state: "done" })).toMatchObject({ state: "running" });
  await asOperator(urls.operator, ({ db }) =>
    db
      .update(organizations)
      .set({ status: "active", updatedAt: sql`now()` })
      .where(eq(organizations.id, organizationId)),
  );
  expect(await getJoinProgress({ token })).toMatchObject({ state: "done" });
  expect(
    await asOperator(urls.operator, ({ db }) => db.$count(schoolInvitations, eq(schoolInvitations.id, id))),
  ).toBe(1);
});
